from __future__ import annotations

from datetime import timedelta

import pytest

from refertext.insights.debts.people import all_present, in_time_until, who_looks_after
from small import day, member, small


@pytest.mark.parametrize(
    ("leave", "expected"),
    [
        ([], "03-15"),
        ([("02-01", "03-01")], "03-15"),  # the first day is not one of the time
        ([("03-02", "03-02")], "03-16"),
        ([("02-20", "03-11")], "03-25"),
        ([("03-15", "03-20")], "03-21"),
        ([("03-16", "03-20")], "03-15"),
        ([("03-16", "03-20"), ("03-10", "03-10")], "03-21"),  # one day of leave leads into the next leave
        ([("03-05", "03-10"), ("03-07", "03-12")], "03-23"),  # days that two name count once
        ([("03-10", "03-05")], "03-15"),  # backwards: told by another rule
    ],
)
def test_days_of_leave_are_not_counted(leave: list[tuple[str, str]], expected: str) -> None:
    person = small(member("kit", leave=leave)).group.members["kit"]
    assert in_time_until([person], day("03-01"), timedelta(days=14)) == day(expected)


def test_who_is_not_on_leave_has_the_least_time() -> None:
    people = small(member("kit", leave=[("03-02", "03-20")]), member("lee")).group.members.values()
    assert in_time_until(people, day("03-01"), timedelta(days=14)) == day("03-15")


def test_only_members_of_the_day_are_present_and_no_copies() -> None:
    group = small(
        member("kit", former=["kit-larsen"]),
        member("kit-2", name="Kit"),
        member("gone", left="03-01"),
        member("dana", None),
        member("next", "04-01"),
        as_of="03-11",
    ).group
    ids = ["kit-larsen", "kit", "kit-2", "gone", "dana", "next", "nobody", None]
    assert [person.id for person in all_present(group, ids)] == ["kit"]


@pytest.mark.parametrize(
    ("introduced_by", "others", "coordinator", "expected"),
    [
        ("kit", ["lee"], "pat", ("kit",)),
        ("gone", ["lee"], "pat", ("lee",)),
        ("outside: a friend", ["gone", "lee"], "pat", ("lee",)),
        ("", [], "pat", ("pat",)),
        ("dana", [], "pat", ("pat",)),
        ("", [], "dana", ()),
        ("", [], "gone", ()),
    ],
)
def test_who_looks_after_somebody(
    introduced_by: str, others: list[str], coordinator: str, expected: tuple[str, ...]
) -> None:
    settings = {"refertext.yml": f"{{group: G, timezone: UTC, currency: USD, coordinator: {coordinator}}}"}
    dana = member("dana", "03-01", introduced_by=introduced_by)
    group = small(*[member(id_) for id_ in ("kit", "lee", "pat")], member("gone", left="03-01"), dana, settings).group
    assert who_looks_after(group, group.members["dana"], others) == expected
