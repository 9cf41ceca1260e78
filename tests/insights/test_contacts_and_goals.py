from __future__ import annotations

from typing import Any

import pytest

from partners import briefly, contact, cycle, group, partnership
from refertext.insights.debts.beginnings import beginnings
from refertext.insights.debts.contacts import contacts
from small import member

PROMISED = {"promise": {"kit": 1, "lee": 1}}
AT = "cycles/0/contacts"


def ten(whose: str, *, count: int = 10, promising: str | None = "no") -> list[dict[str, str]]:
    rated = {"promising": promising} if promising else {}
    return [contact(f"{whose}{number}", whose, **rated) for number in range(count)]


def owed(*cycles: dict[str, Any], as_of: str = "03-11") -> list[tuple[str, str, str]]:
    return [briefly(one) for one in contacts(group(partnership(cycles=list(cycles)), as_of=as_of))]


# from 03-01 until 03-31 are 30 days: a third is over on 03-11
@pytest.mark.parametrize(
    ("listed", "more", "expected"),
    [
        ([], {}, [("kit", "03-11", AT), ("lee", "03-11", AT)]),
        ([*ten("kit"), *ten("lee")], {}, []),
        ([*ten("old-kit"), *ten("lee", count=9)], {}, [("lee", "03-11", AT)]),
        ([*ten("kit", promising=None), *ten("lee")], {}, [("kit+lee", "03-11", AT)]),
        ([], {"evaluated": {"date": "2026-03-09"}}, []),
    ],
)
def test_ten_contacts_each_and_both_rate_them(
    listed: list[dict[str, str]], more: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    assert owed(cycle("03-01", "03-31", *listed, **PROMISED, **more)) == expected


@pytest.mark.parametrize(("first", "last"), [("03-12", "03-31"), ("02-01", "03-10")])
def test_only_in_a_cycle_that_runs(first: str, last: str) -> None:
    assert owed(cycle(first, last, **PROMISED)) == []


def test_only_in_the_latest_cycle() -> None:
    turns = [cycle("02-01", "03-31", **PROMISED), cycle("03-08", "03-31", *ten("kit"), *ten("lee"), **PROMISED)]
    assert owed(*turns) == []


def test_leave_gives_time() -> None:
    away = member("kit", "2025-01-01", leave=[("03-02", "03-05")])
    found = contacts(group(partnership(cycles=[cycle("03-01", "03-31", *ten("lee"), **PROMISED)]), away))
    assert [briefly(one) for one in found] == [("kit", "03-15", AT)]


def test_how_many_are_said() -> None:
    turn = cycle("03-01", "03-31", *ten("kit", count=9, promising=None), **PROMISED)
    kit, lee, both = contacts(group(partnership(cycles=[turn])))
    assert kit.do == "List 1 more contact whom Lee could meet through you: 9 of 10 so far"
    assert lee.do == "List 10 contacts whom Kit could meet through you: 0 of 10 so far"
    assert both.do == "Say together whether they are promising: “kit0”, “kit1”, “kit2” and 6 more"
    assert both.command.startswith("refertext plan kit lee --rate 1=ANSWER --rate 2=ANSWER ")


@pytest.mark.parametrize(
    ("goals", "cycles", "expected"),
    [
        ({"kit": "g", "lee": "g"}, [], []),
        ({"old-kit": "g"}, [], [("lee", "kit", "01-31")]),
        ({}, [], [("kit+lee", "", "01-31")]),
        ({}, [cycle("01-11", "02-10"), cycle("02-11", "03-10")], [("kit+lee", "", "01-10")]),
        ({}, [cycle("01-01", "02-10")], [("kit+lee", "", "01-01")]),
        ({}, [cycle("03-01", "03-10")], [("kit+lee", "", "01-31")]),
    ],
)
def test_goals_before_the_first_cycle(
    goals: dict[str, str], cycles: list[dict[str, Any]], expected: list[tuple[str, str, str]]
) -> None:
    found = [one for one in beginnings(group(partnership(goals=goals, cycles=cycles))) if one.place.path == ("goals",)]
    assert [("+".join(one.by), "+".join(one.to), f"{one.due:%m-%d}") for one in found] == expected
