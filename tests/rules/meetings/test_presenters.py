from __future__ import annotations

from datetime import date

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.meetings.no_next_presenter import no_next_presenter
from refertext.rules.meetings.no_presenter import no_presenter

OLDER = {
    "meetings/2026/2026-02-26-group.md": "---\nkind: group\ndate: 2026-02-26\nattendance: {kit-larsen: late}\n---\n"
}


def found(cast: dict[str, str], texts: dict[str, str], as_of: str = "2026-03-11") -> list[tuple[str, str]]:
    group = group_of(cast | texts, date.fromisoformat(as_of))
    return [(f.problem.place.file[14:24], f.rule) for f in check(group, [no_presenter, no_next_presenter])]


def test_of_older_meetings_only_the_presenter_is_asked(cast: dict[str, str]) -> None:
    assert found(cast, OLDER) == [("2026-02-26", "no-presenter")]


@pytest.mark.parametrize("as_of", ["2026-02-26", "2026-03-04"])
def test_the_latest_meeting_of_that_day(cast: dict[str, str], as_of: str) -> None:
    assert found(cast, OLDER, as_of) == [("2026-02-26", "no-next-presenter"), ("2026-02-26", "no-presenter")]


@pytest.mark.parametrize("as_of", ["2026-02-25", "2026-05-28"])
def test_neither_before_nor_after_thirteen_weeks(cast: dict[str, str], as_of: str) -> None:
    assert found(cast, OLDER, as_of) == []


@pytest.mark.parametrize("more", ["", "attendance: {kit-larsen: excused}", "cancelled: yes"])
def test_a_meeting_that_did_not_take_place_is_not_asked(cast: dict[str, str], more: str) -> None:
    text = f"---\nkind: group\ndate: 2026-03-05\n{more}\n---\n"
    assert found(cast, {"meetings/2026/2026-03-05-group.md": text}) == []


def test_a_later_file_that_cannot_be_read_may_name_the_presenter(cast: dict[str, str]) -> None:
    broken = {"meetings/2026/2026-03-05-group.md": "---\nkind: group\n"}
    assert found(cast, OLDER | broken) == [("2026-02-26", "no-presenter")]


@pytest.mark.parametrize(
    ("left", "said"),
    [
        ("2026-03-09", "Brian Cho is to present next, but left on 2026-03-09"),
        ("2026-03-11", "Brian Cho is to present next, but left on 2026-03-11"),
        ("2026-03-12", ""),  # the last day is that of the meeting
    ],
)
def test_who_presents_next_has_left(cast: dict[str, str], left: str, said: str) -> None:
    brian = cast["members/brian-cho.md"].replace("name:", f"left: {{date: {left}}}\nname:", 1)
    found = check(group_of(cast | {"members/brian-cho.md": brian}, date(2026, 3, 11)), [no_next_presenter])
    assert [one.problem.message for one in found] == [said] * bool(said)
