from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.insights.debts.minutes import unrecorded
from refertext.rules.meetings.meeting_not_recorded import meeting_not_recorded
from refertext.rules.meetings.next_date_not_kept import next_date_not_kept
from small import Files, day, meeting, member

RULES = [meeting_not_recorded, next_date_not_kept]
HERE = {"kit": "present"}
CAME = meeting("m", "03-05", attendance=HERE)
"""On a Thursday."""


def settings(breaks: str = "") -> Files:
    meets = "meets: {every: week, weekday: thursday, time: 07:30}"
    return {"refertext.yml": f"group: G\ntimezone: UTC\ncurrency: USD\ncoordinator: kit\n{meets}\n{breaks}"}


def found(*files: Files, as_of: str) -> tuple[list[str], list[str]]:
    """What is owed, and the rules that find it."""
    texts = {name: text for one in (settings(), member("kit"), *files) for name, text in one.items()}
    group = group_of(texts, day(as_of))
    owed = [f"{'+'.join(one.owed.by)} {one.owed.due:%m-%d}: {one.owed.do}" for one in unrecorded(group)]
    return owed, [finding.rule for finding in check(group, RULES)]


ONE = "kit 03-12: Write down the meeting of 2026-03-12, or that it was cancelled"
TWO = "kit 03-12: Write down the 2 meetings since 2026-03-12, or that they were cancelled"


@pytest.mark.parametrize(
    ("files", "as_of", "owed", "rule"),
    [
        (CAME, "03-12", "", ""),  # the day is not over
        (CAME, "03-13", ONE, "meeting-not-recorded"),
        (CAME, "03-20", TWO, "meeting-not-recorded"),
        (CAME | settings("breaks: [{from: 2026-03-12, until: 2026-03-19}]"), "03-20", "", ""),
        (CAME | settings("breaks: [{from: 2026-03-13, until: 2026-03-19}]"), "03-20", ONE, "meeting-not-recorded"),
        (CAME | meeting("c", "03-12", cancelled="yes"), "03-13", "", ""),
        (CAME | meeting("n", "03-13", attendance=HERE), "03-19", "", ""),  # held a day later
        (CAME | meeting("t", "03-13", "one-to-one", between=["kit", "lee"]), "03-13", ONE, "meeting-not-recorded"),
        (CAME | {"meetings/2026/2026-03-12-group.md": "kind: [group"}, "03-13", "", ""),
        ({}, "03-13", "", ""),  # nothing was ever recorded
        (meeting("m", "03-20", attendance=HERE), "03-13", "", ""),
        ({**CAME, **member("kit", left="03-06")}, "03-13", "", ""),
        # a day that was fixed
        (meeting("m", "03-05", attendance=HERE, next="2026-03-26"), "03-20", "", ""),
        (meeting("m", "03-05", attendance=HERE, next="2026-03-10"), "03-10", "", ""),
        (
            meeting("m", "03-05", attendance=HERE, next="2026-03-10"),
            "03-12",
            "kit 03-10: Write down the meeting of 2026-03-10, or that it was cancelled",
            "next-date-not-kept",
        ),
        (
            meeting("m", "03-05", attendance=HERE, next="2026-03-10"),
            "03-13",
            "kit 03-10: Write down the 2 meetings since 2026-03-10, or that they were cancelled",
            "meeting-not-recorded",
        ),
        (meeting("m", "03-05", attendance=HERE, next="2026-03-12"), "03-20", TWO, "meeting-not-recorded"),
        # 13 weeks before 2026-12-31 is 2026-10-01, a Thursday, which has gone
        (
            CAME,
            "12-31",
            "kit 10-08: Write down the 12 meetings since 2026-10-08, or that they were cancelled",
            "meeting-not-recorded",
        ),
    ],
)
def test_days_of_meetings_without_a_record(files: Files, as_of: str, owed: str, rule: str) -> None:
    assert found(files, as_of=as_of) == ([owed] if owed else [], [rule] if rule else [])


def test_a_group_without_regular_days_is_told_only_of_what_it_fixed() -> None:
    bare = {"refertext.yml": "group: G\ntimezone: UTC\ncurrency: USD\n"}
    assert found(bare, CAME, as_of="06-30") == ([], [])
    fixed = meeting("m", "03-05", attendance=HERE, next="2026-03-10")
    assert found(bare, fixed, as_of="03-20")[1] == ["next-date-not-kept"]


def test_many_days_are_counted() -> None:
    texts = {**settings(), **member("kit"), **CAME}
    (finding,) = check(group_of(texts, day("04-10")), RULES)
    said = "No meeting is recorded since 2026-03-05, though 2026-03-12, 2026-03-19, 2026-03-26 and 2 more were days of"
    assert finding.problem.message.startswith(said)
