from __future__ import annotations

from typing import Any

import pytest

from partners import briefly, cycle, group, partnership
from refertext.insights.debts.evaluations import next_cycles, unevaluated
from small import member

OVER = cycle("01-01", "02-20")
LONG_OVER = cycle("2025-09-01", "2025-12-10")
LATELY_OVER = cycle("2025-09-01", "2025-12-11")
RUNNING = cycle("02-21", "03-31")
AHEAD = cycle("03-12", "03-31")
BACKWARDS = cycle("03-10", "03-01")
EVALUATED = OVER | {"evaluated": {"date": "2026-02-25"}}


@pytest.mark.parametrize(
    ("cycles", "expected"),
    [
        ([], []),
        ([RUNNING], []),
        ([AHEAD], []),
        ([BACKWARDS], []),
        ([cycle("01-01", "03-11")], ["03-25"]),
        ([OVER], ["03-06"]),
        ([LONG_OVER], ["12-24"]),
        ([OVER, RUNNING], ["03-06"]),
        ([RUNNING, OVER], ["03-06"]),
        ([LATELY_OVER, RUNNING], ["12-25"]),
        ([LONG_OVER, RUNNING], []),
        ([LONG_OVER, EVALUATED], []),
        ([EVALUATED], []),
        ([OVER | {"evaluated": {"date": "2026-03-12"}}], ["03-06"]),
        ([OVER | {"evaluated": {"change": "less"}}], []),
        ([OVER | {"evaluated": {}}], ["03-06"]),
    ],
)
def test_evaluations(cycles: list[Any], expected: list[str]) -> None:
    owed = unevaluated(group(partnership(since="2025-09-01", cycles=cycles)))
    assert [f"{one.due:%m-%d}" for one in owed] == expected


@pytest.mark.parametrize(
    ("cycles", "expected"),
    [
        ([], ["01-31"]),
        ([BACKWARDS], ["01-31"]),
        ([RUNNING], []),
        ([AHEAD], []),
        ([OVER, AHEAD], []),
        ([OVER], ["03-22"]),
        ([EVALUATED], ["03-22"]),
        ([OVER, LONG_OVER], ["03-22"]),
        ([cycle("01-01", "03-11")], ["04-10"]),
        ([cycle("01-01", "03-12")], []),
    ],
)
def test_next_cycles(cycles: list[Any], expected: list[str]) -> None:
    owed = next_cycles(group(partnership(cycles=cycles)))
    assert [f"{one.due:%m-%d}" for one in owed] == expected


def test_the_first_cycle_is_called_the_first() -> None:
    assert [one.do for one in next_cycles(group(partnership()))] == ["Begin the first cycle of Kit and Lee"]
    assert [one.do for one in next_cycles(group(partnership(cycles=[OVER])))] == ["Begin the next cycle of Kit and Lee"]


def test_both_owe_it_and_leave_gives_more_time() -> None:
    away = member("lee", "2025-01-01", leave=[("03-01", "03-31")])
    known = group(away, partnership(cycles=[OVER]))
    assert [briefly(owed) for owed in (*unevaluated(known), *next_cycles(known))] == [
        ("kit+lee", "04-06", "cycles/0/until"),
        ("kit+lee", "04-22", "cycles"),
    ]
    gone = group(member("lee", left="03-10"), partnership(cycles=[OVER]))
    assert not unevaluated(gone)
    assert not next_cycles(gone)
