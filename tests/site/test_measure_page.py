"""Measures: definitions for everybody, numbers of persons for members, money in bands for the public."""

from __future__ import annotations

from pathlib import Path

from making import html_of, pages_of, sample, site_of

from refertext.measures.registry import all_measures
from refertext.site.audience import Audience
from refertext.site.pages.measures import Measures
from refertext.site.site import Site

DAY = "2026-03-11"
PERSON = "name: {name}\nbusiness: B\nseat: {{category: {id}}}\njoined: 2025-01-09\nshow_value: yes\n"
WON = """\
---
date: 2026-02-02
kind: referral
from: kit
to: lee
about: a <b>canary</b>
consent: {date: 2026-02-01}
history:
  - {date: 2026-02-10, status: won, value: 12345}
---
"""
FILES = {
    "members/kit.yml": PERSON.format(name="Kit <i>Larsen</i>", id="x"),
    "members/lee.yml": PERSON.format(name="Lee", id="y"),
    "referrals/2026/one.md": WON,
}


def _view(site: Site) -> Measures:
    view = pages_of(site)["numbers"].view
    assert isinstance(view, Measures)
    return view


def test_every_measure_has_its_anchor_and_its_definition() -> None:
    for audience in Audience:
        shown = html_of(sample(audience), "numbers")
        for name, measure in all_measures().items():
            assert shown.count(f'id="{name}"') == 1
            assert measure.title.replace("'", "&#39;") in shown


def test_the_public_sees_totals_alone(tmp_path: Path) -> None:
    """Money in bands, nobody's name, and nothing of who stayed away."""
    site = site_of(tmp_path, FILES, DAY, Audience.PUBLIC)
    view, shown = _view(site), html_of(site, "numbers")
    numbers = {one.name: one.number for family in view.families for one in family.measures if one.number}
    assert numbers["value"].short == "over 10,000 USD"
    assert numbers["referrals"].short == "1"
    assert not {"absences", "attendance", "drifting", "retention"} & set(numbers)
    assert not any(one.records for one in numbers.values())
    assert (view.rows, view.ranking) == ((), None)
    for hidden in ("12,345", "12345", "Kit", "Lee", "canary"):
        assert hidden not in shown


def test_members_see_who_stands_where(tmp_path: Path) -> None:
    site = site_of(tmp_path, FILES, DAY)
    view, shown = _view(site), html_of(site, "numbers")
    column = [one.name for one in view.columns].index("contributions")
    assert {row.who.id: row.cells[column].short for row in view.rows} == {"kit": "1", "lee": "0"}
    assert {row.who.id: row.cells[column].sort for row in view.rows} == {"kit": 1.0, "lee": 0.0}
    assert "Kit &lt;i&gt;Larsen&lt;/i&gt;" in shown
    assert "a &lt;b&gt;canary&lt;/b&gt;" in shown
    assert 'href="members/kit.html#numbers"' in shown


def test_the_ranking_names_its_profile() -> None:
    view = _view(sample())
    assert view.ranking
    assert view.ranking.profile == "ground-rules"
    points = [one.points for one in view.ranking.scores if not one.reason]
    assert points == sorted(points, reverse=True)
    assert all(sum(part.points for part in one.parts) == one.points for one in view.ranking.scores)


def test_without_a_profile_there_is_no_ranking(tmp_path: Path) -> None:
    settings = "group: Small\ntimezone: UTC\ncurrency: USD\nprofile: nowhere\n"
    site = site_of(tmp_path, {"refertext.yml": settings}, DAY)
    assert _view(site).ranking is None
    assert "In points" not in html_of(site, "numbers")
