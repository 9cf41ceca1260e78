"""Meetings: attendance, minutes, years, and the dates and presentations that everybody may see."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from making import SETTINGS, html_of, pages_of, sample, site_of

from refertext.site.audience import Audience
from refertext.site.pages.meeting_year import Year
from refertext.site.pages.meetings import Meetings
from refertext.site.places import record_page

HOSTILE = "<svg onload=alert(1)>"
MINUTES = f"""\
---
kind: group
date: 2026-03-05
next: 2026-03-12
next_presenter: bo
attendance:
  ann: present
  bo: {{status: substitute, name: '{HOSTILE}', business: Roe Roofing}}
  cy: {{status: absent, notice: 2026-03-04}}
presented: [ann, gone]
visitors: [{{name: Dana, business: '{HOSTILE}', invited_by: ann}}]
actions: [{{who: bo, what: '{HOSTILE}', due: 2026-03-09}}, {{who: cy, what: call, done: 2026-03-06}}]
---
## Secrets

We laughed. {HOSTILE} [no](javascript:alert(1))

## Log

- thanks Bo > Ann: a shop; won 12500

### A part of it

## After

The end.
"""


def _member(name: str, more: str = "") -> str:
    return f"name: {name}\nbusiness: x\nseat: {{category: {name.lower()}}}\njoined: 2025-01-02\n{more}"


FILES = {
    "refertext.yml": SETTINGS + "meets: {every: week, weekday: thursday}\n",
    "members/ann.yml": _member("Ann"),
    "members/bo.yml": _member("Bo"),
    "members/cy.yml": _member("Cy"),
    "members/gone.yml": _member("Gone", "left: {date: 2026-03-06}\n"),
    "meetings/2026/2026-03-05-group.md": MINUTES,
    "meetings/2026/2026-02-26-group.md": "---\nkind: group\ndate: 2026-02-26\ncancelled: yes\n---\nSnow.\n",
    "meetings/2026/2026-03-02-ann-bo-aaaa.yml": (
        "kind: one-to-one\ndate: 2026-03-02\nbetween: [ann, bo]\ntext: Coffee.\n"
    ),
    "meetings/2026/2026-03-19-group.md": "---\nkind: group\ndate: 2026-03-19\npresented: [cy]\n---\nTo come.\n",
}


def _year(path: Path, audience: Audience = Audience.MEMBERS) -> Year:
    view = pages_of(site_of(path, FILES, "2026-03-11", audience))["meetings/2026"].view
    assert isinstance(view, Year)
    return view


def test_a_meeting_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    latest, cancelled = _year(tmp_path).gatherings
    assert latest.attendance == {
        "present": ("Ann",),
        "substitute": (f"Bo ({HOSTILE}, Roe Roofing)",),
        "absent": ("Cy (told before)", "Gone"),
    }
    assert latest.visitors == (f"Dana ({HOSTILE}), invited by Ann",)
    assert [(one.who.name, one.is_late, bool(one.done)) for one in latest.actions] == [
        ("Bo", True, False),
        ("Cy", False, True),
    ]
    assert (cancelled.is_cancelled, cancelled.attendance) == (True, {})
    assert [one.id for one in _year(tmp_path).talks] == ["2026-03-02-ann-bo-aaaa"]


def test_minutes_are_cleaned_and_without_slips(tmp_path: Path) -> None:
    shown = html_of(site_of(tmp_path, FILES, "2026-03-11"), "meetings/2026")
    assert "<h3>Secrets</h3>" in shown
    assert "The end." in shown
    assert "12500" not in shown
    assert "A part of it" not in shown
    assert "<svg" not in shown
    assert "javascript:" not in shown


def test_the_public_sees_dates_and_who_presented(tmp_path: Path) -> None:
    site = site_of(tmp_path, FILES, "2026-03-11", Audience.PUBLIC)
    shown = html_of(site, "meetings/2026") + html_of(site, "meetings")
    assert "Thursday 5 March 2026" in shown
    assert "Ann</a> presented." in shown
    for secret in ("Gone", "laughed", "Dana", "Roe", "Snow", "one-to-one", "Coffee", "2026-03-02", "Cy", "Who came"):
        assert secret not in shown


def test_what_is_to_come_is_not_told_of(tmp_path: Path) -> None:
    site = site_of(tmp_path, FILES, "2026-03-11")
    assert "To come." not in html_of(site, "meetings/2026")
    assert record_page(site, site.group.meetings["2026-03-19-group"]) == ""


def test_the_years_and_the_last_meetings(tmp_path: Path) -> None:
    view = pages_of(site_of(tmp_path, FILES, "2026-03-11"))["meetings"].view
    assert isinstance(view, Meetings)
    assert [(one.year, one.said, one.more) for one in view.years] == [
        (2026, "1 meeting, 2 presentations", "1 one-to-one, review or visit")
    ]
    assert view.presenter
    assert view.presenter.id == "bo"
    assert [(turn.who.id, str(turn.last)) for turn in view.turns] == [
        ("bo", "None"),
        ("cy", "None"),
        ("ann", "2026-03-05"),
    ]
    assert [(row.who.id, row.attendance.short, list(row.others)) for row in view.rows] == [
        ("ann", "100%", []),
        ("bo", "0%", ["substitute"]),
        ("cy", "0%", ["absent"]),
    ]
    assert view.grid
    assert view.grid.summary == "1 of 3 chairs had their own member in them."


@pytest.mark.parametrize("audience", list(Audience))
def test_every_meeting_has_its_place(audience: Audience) -> None:
    site = sample(audience)
    shown = {path: html_of(site, path) for path in pages_of(site) if path.startswith("meetings/")}
    for meeting in site.group.meetings.values():
        path, _, anchor = record_page(site, meeting).partition("#")
        assert not path or len(re.findall(f' id="{anchor}"', shown[path])) == 1
