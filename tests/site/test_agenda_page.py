"""The sheet for the next meeting: what stands on it, and for whom it is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import SETTINGS, html_of, pages_of, sample, site_of

from refertext.site.audience import Audience
from refertext.site.pages.agenda import MOST_REPORTS, Agenda, agenda
from refertext.site.site import Site

MEETS = "meets: {every: week, weekday: thursday, time: 07:30, place: Town <b>hall</b>}\n"
HOSTILE = "<script>alert(1)</script>"


def _member(name: str, more: str = "") -> str:
    return f"name: {name}\nbusiness: {name} Ltd\nseat: {{category: {name.lower()}}}\njoined: 2025-01-02\n{more}"


def _lead(day: str, about: str) -> str:
    return (
        f"kind: lead\ndate: {day}\nfrom: ann\nto: bo\nabout: {about}\nhistory: [{{date: {day}, status: contacted}}]\n"
    )


FILES = {
    "refertext.yml": SETTINGS + MEETS,
    "members/ann.yml": _member("Ann"),
    "members/bo.yml": _member("Bo"),
    "members/cy.yml": _member("Cy", "leave: [{from: 2026-03-01, until: 2026-04-30, why: secret}]\n"),
    "meetings/2026/2026-03-05-group.md": (
        "---\nkind: group\ndate: 2026-03-05\nattendance: {ann: present, bo: present}\nnext_presenter: bo\n"
        f"visitors: [{{name: '{HOSTILE}', invited_by: ann}}]\n"
        f"actions: [{{who: ann, what: '{HOSTILE}', due: 2026-03-07}}]\n---\n"
    ),
    "referrals/2026/2026-02-02-ann-bo-aaaa.yml": _lead("2026-02-02", f"'{HOSTILE}'"),
    "referrals/2026/2026-03-06-ann-bo-bbbb.yml": _lead("2026-03-06", "a bakery"),
}


def _view(site: Site) -> Agenda:
    view = next(agenda(site)).view
    assert isinstance(view, Agenda)
    return view


def test_the_sheet_is_called_by_its_weekday(tmp_path: Path) -> None:
    site = site_of(tmp_path, FILES, "2026-03-11")
    assert pages_of(site)["agenda"].title == "Thursday sheet"


def test_where_no_day_is_known_there_is_a_sheet_all_the_same(tmp_path: Path) -> None:
    site = site_of(tmp_path, FILES | {"refertext.yml": SETTINGS}, "2026-03-11")
    assert pages_of(site)["agenda"].title == "Next meeting"
    assert "Nobody has fixed a day yet" in html_of(site, "agenda")


def test_the_public_has_no_sheet() -> None:
    assert "agenda" not in pages_of(sample(Audience.PUBLIC))


def test_what_stands_on_it(tmp_path: Path) -> None:
    view = _view(site_of(tmp_path, FILES, "2026-03-11"))
    assert view.comes == "2 members expected; Cy is on leave."
    parts = {part.title: part for part in (*view.first, *view.then)}
    assert parts["Presenting"].lines[0].text == "Bo presents"
    assert [line.to for line in parts["New since 5 Mar 2026"].lines] == ["referrals/2026#2026-03-06-ann-bo-bbbb"]
    assert [(task.by[0].name, task.days_late) for task in parts["Actions"].tasks] == [("Ann", 5)]
    assert [[person.name for person in pair.members] for pair in view.pairs] == [["Ann", "Bo"]]
    silent = [(gift.silent_for, gift.giver.name) for report in view.reports for gift in report.gifts]
    assert silent == [(38, "Ann")]  # from 2 February to 12 March 2026
    assert view.fresh == {"Bo": 1}


def test_values_do_nothing(tmp_path: Path) -> None:
    shown = html_of(site_of(tmp_path, FILES, "2026-03-11"), "agenda")
    assert "<script" not in shown
    assert "<b>hall" not in shown
    assert shown.count("&lt;script&gt;") == 3


def test_the_most_silent_ones_stand_on_it_where_there_are_many(tmp_path: Path) -> None:
    many = {
        f"referrals/2026/2026-01-{day:02}-ann-bo-{letter}{day:03}.yml": _lead(
            f"2026-01-{day:02}", f"shop {letter}{day}"
        )
        for day in range(1, 26)
        for letter in "ab"
    }
    view = _view(site_of(tmp_path, FILES | many, "2026-03-11"))
    days = [gift.silent_for for report in view.reports for gift in report.gifts]
    assert days[:2] == [70, 70]  # from 1 January to 12 March
    assert len(days) <= MOST_REPORTS
    assert len(days) + view.more_reports == 51


@pytest.mark.parametrize("text", ["Print the sheet", "Before we part", "Reports on what was received"])
def test_the_sheet_of_the_sample(text: str) -> None:
    assert text in html_of(sample(), "agenda")
