"""Members: cards, pages, and what the public does not see of them."""

from __future__ import annotations

from pathlib import Path

from making import html_of, pages_of, sample, site_of

from refertext.site.audience import Audience

KIT = """\
name: Kit <b>Larsen</b>
business: Northwind
seat: {category: people/staffing, services: [direct hire], territory: [Boise]}
joined: 2025-01-09
leave: [{from: 2026-03-01, until: 2026-04-30, why: parental}]
goals: [A secret goal]
contact: {phone: 208-555-0142}
text: |
  ## How to refer me

  Say *overtime*. <script>alert(1)</script> [bad](javascript:alert(1)) {{ 7 * 7 }}
"""
FILES = {"members/kit.yml": KIT}


def test_a_guide_is_cleaned(tmp_path: Path) -> None:
    shown = html_of(site_of(tmp_path, FILES, "2026-03-11"), "members/kit")
    assert "<em>overtime</em>" in shown
    assert "Kit &lt;b&gt;Larsen&lt;/b&gt;" in shown
    assert "{{ 7 * 7 }}" in shown
    assert "script" not in shown.lower()


def test_the_public_sees_the_seat_and_the_guide_only(tmp_path: Path) -> None:
    site = site_of(tmp_path, FILES, "2026-03-11", Audience.PUBLIC)
    shown = html_of(site, "members/kit") + html_of(site, "members")
    assert "direct hire" in shown
    assert "overtime" in shown
    assert "secret goal" not in shown
    assert "555" not in shown
    assert "leave" not in shown.lower()


def test_members_see_leave_contact_and_numbers(tmp_path: Path) -> None:
    shown = html_of(site_of(tmp_path, FILES, "2026-03-11"), "members/kit")
    assert "On leave until" in shown
    assert "208-555-0142" in shown
    assert "Attendance" in shown


def test_candidates_and_alumni_have_no_page_for_the_public() -> None:
    assert "members/dana-wolfe" in pages_of(sample())
    assert "members/dana-wolfe" not in pages_of(sample(Audience.PUBLIC))
