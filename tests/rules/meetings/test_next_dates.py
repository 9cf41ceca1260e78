from __future__ import annotations

from datetime import date

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.meetings.next_date_in_break import next_date_in_break
from refertext.rules.meetings.next_date_missing import next_date_missing
from refertext.rules.meetings.next_date_not_kept import next_date_not_kept

RULES = [next_date_missing, next_date_not_kept, next_date_in_break]
BREAK = "breaks: [{from: 2026-03-13, until: 2026-03-20}, {from: 2026-02-23, until: 2026-02-27}]\n"


def meeting(day: str, next_day: str = "", more: str = "attendance: {kit-larsen: present}") -> dict[str, str]:
    return {
        f"meetings/2026/{day}-group.md": f"---\nkind: group\ndate: {day}\nnext: {next_day}\n{more}\n---\n\nWords.\n"
    }


def found(cast: dict[str, str], texts: dict[str, str], as_of: str = "2026-03-11") -> list[tuple[str, str]]:
    """The day in the file's name and the rule."""
    group = group_of(cast | texts, date.fromisoformat(as_of))
    return [(finding.problem.place.file[14:24], finding.rule) for finding in check(group, RULES)]


@pytest.mark.parametrize(
    ("next_day", "more", "as_of"),
    [
        ("2026-03-05", {}, "2026-03-11"),
        ("2026-02-26", meeting("2026-02-26", more="cancelled: yes"), "2026-03-11"),
        ("2026-02-26", meeting("2026-02-26", more=""), "2026-03-11"),  # told by member-unaccounted-for
        ("2026-02-26", {"meetings/2026/2026-02-26-group.md": "---\nkind: group\n"}, "2026-03-11"),  # unreadable
        ("2026-02-26", {}, "2026-02-26"),  # the day is not over
        ("2026-02-26", {}, "2026-05-28"),  # 13 weeks are
    ],
)
def test_a_day_that_was_kept_or_is_not_reported(
    cast: dict[str, str], next_day: str, more: dict[str, str], as_of: str
) -> None:
    kept = meeting("2026-03-12", "2026-12-31") | meeting("2026-02-19", next_day)
    assert ("2026-02-19", "next-date-not-kept") not in found(cast, kept | more, as_of)


@pytest.mark.parametrize("as_of", ["2026-02-27", "2026-05-27"])
def test_a_day_that_was_not_kept(cast: dict[str, str], as_of: str) -> None:
    kept = meeting("2026-03-12", "2026-12-31") | meeting("2026-02-19", "2026-02-26")
    assert ("2026-02-19", "next-date-not-kept") in found(cast, kept, as_of)


def test_what_came_instead_is_shown_and_a_break_is_named(cast: dict[str, str]) -> None:
    texts = {"refertext.yml": cast["refertext.yml"] + BREAK} | meeting("2026-02-19", "2026-02-26")
    (finding,) = check(group_of(cast | texts), RULES)
    assert finding.problem.message.endswith("it falls into the break from 2026-02-23 to 2026-02-27")
    assert [see.place.file for see in finding.problem.see] == ["meetings/2026/2026-03-05-group.md"]


@pytest.mark.parametrize("next_day", ["2026-02-12", "2026-02-19", "2025-03-05"])
def test_a_next_day_that_does_not_come_after(cast: dict[str, str], next_day: str) -> None:
    assert found(cast, meeting("2026-02-19", next_day)) == [("2026-02-19", "next-date-not-kept")]


@pytest.mark.parametrize(
    ("day", "as_of", "expected"),
    [
        ("2026-03-05", "2026-06-03", True),
        ("2026-03-05", "2026-06-04", False),
        ("2026-03-05", "2026-03-04", False),
    ],
)
def test_missing_for_thirteen_weeks(cast: dict[str, str], day: str, as_of: str, expected: bool) -> None:
    assert ((day, "next-date-missing") in found(cast, meeting(day), as_of)) is expected


@pytest.mark.parametrize("more", ["", "cancelled: yes", "attendance: {kit-larsen: excused}"])
def test_no_next_day_is_asked_of_what_did_not_take_place(cast: dict[str, str], more: str) -> None:
    assert found(cast, meeting("2026-03-05", more=more)) == []


@pytest.mark.parametrize(
    ("settings", "day"),
    [
        ("meets: {every: week, weekday: thursday}", "2026-03-12"),
        ("meets: {every: week, weekday: monday}", "2026-03-09"),
        (f"meets: {{every: week, weekday: friday}}\n{BREAK}", "2026-03-06"),
        (f"meets: {{every: month, nth: 3, weekday: friday}}\n{BREAK}", "2026-04-17"),
        ("meets: {every: month, nth: 1, weekday: thursday}", "2026-04-02"),
        ("", "DAY"),
    ],
)
def test_the_next_day_is_proposed(cast: dict[str, str], settings: str, day: str) -> None:
    settings = f"group: G\ntimezone: UTC\ncurrency: USD\nas_of: 2026-03-11\n{settings}\n"
    (finding,) = check(group_of(cast | {"refertext.yml": settings} | meeting("2026-03-05")), RULES)
    assert finding.problem.mend.startswith(f"write next: {day}")


@pytest.mark.parametrize(
    ("next_day", "expected"),
    [("2026-03-12", []), ("2026-03-21", []), ("2026-03-13", ["2026-03-26"]), ("2026-03-20", ["2026-03-26"])],
)
def test_breaks(cast: dict[str, str], next_day: str, expected: list[str]) -> None:
    texts = {"refertext.yml": cast["refertext.yml"] + BREAK} | meeting("2026-03-05", next_day)
    problems = [finding.problem for finding in check(group_of(cast | texts), [next_date_in_break])]
    assert [problem.mend[12:22] for problem in problems] == expected
    assert all(problem.see[0].place.path == ("breaks", 0, "from") for problem in problems)


@pytest.mark.parametrize(("as_of", "count"), [("2026-03-13", 1), ("2026-03-14", 0)])
def test_a_day_in_a_break_is_told_until_it_is_over(cast: dict[str, str], as_of: str, count: int) -> None:
    texts = {"refertext.yml": cast["refertext.yml"] + BREAK} | meeting("2026-03-05", "2026-03-13")
    assert len(check(group_of(cast | texts, date.fromisoformat(as_of)), [next_date_in_break])) == count
