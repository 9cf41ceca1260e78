from __future__ import annotations

from typing import Any

import pytest

from partners import briefly, contact, cycle, group, partnership
from refertext.group import Group
from refertext.insights.debts.plans import action_plans, contact_plans, plans, plans_to_make
from small import gift, member

HANDED = gift("it", "03-01", "kit", "lee", consent="02-28", about="a") | gift("later", "03-12", "kit", "lee", about="b")
RUNNING = ("02-20", "03-31")
DONE = {"date": "2026-03-10"}


def with_contact(days: tuple[str, str] = RUNNING, evaluated: Any = None, **of_contact: str) -> Group:
    turn = cycle(*days, contact("a hotel", **of_contact)) | ({"evaluated": evaluated} if evaluated else {})
    return group(HANDED, partnership(cycles=[turn]))


@pytest.mark.parametrize(
    ("known", "due"),
    [
        (with_contact(promising="yes"), "03-06"),
        (with_contact(promising="yes", plan="ask"), "03-06"),
        (with_contact(promising="yes", by="03-11"), "03-06"),
        (with_contact(("03-11", "03-31"), promising="yes"), "03-25"),
        (with_contact(("03-05", "03-11"), promising="yes"), "03-11"),
        (with_contact(promising="yes", became="later"), "03-06"),
        (with_contact(promising="yes", plan="ask", by="03-20"), ""),
        (with_contact(promising="yes", by="03-10"), ""),
        (with_contact(promising="yes", became="it"), ""),
        (with_contact(promising="yes", became="nobody-knows"), ""),
        (with_contact(promising="unsure"), ""),
        (with_contact(promising="no"), ""),
        (with_contact(), ""),
        (with_contact(("03-12", "03-31"), promising="yes"), ""),
        (with_contact(("02-01", "03-10"), promising="yes"), ""),
        (with_contact(promising="yes", evaluated=DONE), ""),
    ],
)
def test_plans_to_make(known: Group, due: str) -> None:
    assert [f"{one.owed.due:%m-%d}" for one in plans_to_make(known)] == ([due] if due else [])


@pytest.mark.parametrize(
    ("known", "is_owed"),
    [
        (with_contact(by="03-05"), True),
        (with_contact(promising="yes", plan="ask", by="03-25"), True),
        (with_contact(promising="yes", plan="ask", by="03-05", became="later"), True),
        (with_contact(("2025-11-01", "2025-12-11"), by="2025-12-01"), True),
        (with_contact(("2025-11-01", "2025-12-10"), by="2025-12-01"), False),
        (with_contact(("2025-11-01", "03-10"), by="03-05", evaluated=DONE), False),
        (with_contact(("2025-11-01", "03-10"), by="03-05", evaluated={"date": "2026-03-12"}), True),
        (with_contact(("2025-11-01", "03-10"), by="03-05", evaluated={"went_well": "all"}), False),
        (with_contact(promising="no", plan="ask", by="03-05"), False),
        (with_contact(promising="yes", plan="ask", by="03-05", became="it"), False),
        (with_contact(promising="yes", plan="ask"), False),
        (with_contact(("03-12", "03-31"), by="03-05"), False),
    ],
)
def test_plans_to_carry_out(known: Group, is_owed: bool) -> None:
    assert bool(contact_plans(known)) is is_owed


def test_who_owes_a_plan_to_whom() -> None:
    turn = cycle(
        *RUNNING, contact("a", "lee", by="03-05"), contact("b", "old-kit", by="03-06"), contact("c", "else", by="03-07")
    )
    owed = plans(group(partnership(cycles=[turn])))
    assert [(one.by, one.to) for one in owed] == [
        (("lee",), ("kit",)),
        (("kit",), ("lee",)),
        (("kit", "lee"), ()),
    ]
    assert [one.do for one in owed] == ["Try “a” for Kit", "Try “b” for Lee", "Try “c”"]


def test_a_prospect_is_called_by_its_alias() -> None:
    prospect = {"prospects/hotel.yml": "alias: A hotel by the river\nname: Grand"}
    turn = cycle(*RUNNING, contact("hotel", promising="yes", plan="lunch for three", by="03-20"))
    [owed] = plans(group(prospect, partnership(cycles=[turn])))
    assert owed.do == "Try “A hotel by the river” for Lee: lunch for three"


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ({"due": "2026-03-05"}, [("kit", "03-05", "action_plan/0/due")]),
        ({"due": "2026-04-05"}, [("kit", "04-05", "action_plan/0/due")]),
        ({"due": "2026-03-05", "done": "2026-03-12"}, [("kit", "03-05", "action_plan/0/due")]),
        ({"due": "2026-03-05", "by": "else"}, [("kit+lee", "03-05", "action_plan/0/due")]),
        ({"due": "2026-03-05", "done": "2026-03-11"}, []),
        ({}, []),
    ],
)
def test_action_plans(step: dict[str, str], expected: list[tuple[str, str, str]]) -> None:
    known = group(partnership(action_plan=[{"what": "write", "by": "kit"} | step]))
    assert [briefly(one.owed) for one in action_plans(known)] == expected


def test_only_the_leave_of_those_who_owe_it_gives_more_time() -> None:
    steps = [{"what": "write", "by": id_, "due": "2026-03-05"} for id_ in ("kit", "lee")]
    away = member("lee", "2025-01-01", leave=[("03-01", "03-08")])
    assert [f"{one.due:%m-%d}" for one in plans(group(away, partnership(action_plan=steps)))] == ["03-05", "03-09"]


def test_a_day_still_to_come_is_a_slip_of_its_own() -> None:
    turn = cycle(*RUNNING, contact("a hotel", by="03-05", became="later"))
    steps = [{"what": "write", "by": "kit", "due": "2026-03-05", "done": "2026-03-12"}]
    known = group(HANDED, partnership(cycles=[turn], action_plan=steps), present="03-11")
    assert not plans(known)


def test_nothing_is_owed_to_or_by_those_who_left() -> None:
    turn = cycle(*RUNNING, contact("a", promising="yes"), contact("b", by="03-05"))
    steps = [{"what": "write", "by": "kit", "due": "2026-03-05"}]
    assert not plans(group(member("lee", left="03-10"), partnership(cycles=[turn], action_plan=steps)))
