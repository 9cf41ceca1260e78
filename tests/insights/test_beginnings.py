from __future__ import annotations

from typing import Any

import pytest

from partners import briefly, cycle, group, partnership
from refertext.insights.debts.beginnings import balances_to_agree, beginnings, first_referral, fits, gains, promises
from small import gift, member

AGREED = {"why": "w", "agreed": "2026-01-05"}
DONE: dict[str, Any] = {
    "gain": {"kit": AGREED, "lee": AGREED},
    "fit": {"kit": {"nearby": "yes"}, "lee": {"volume": "unsure"}},
    "explained": {"kit": "2026-01-05", "lee": "2026-01-05"},
    "balance": {"kit": 1, "lee": 1, "agreed": "2026-01-05"},
    "goals": {"kit": "g", "lee": "g"},
}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, []),
        ({"gain": {"kit": AGREED}}, [("kit+lee", "01-31", "gain")]),
        ({"gain": {"old-kit": AGREED, "lee": {"why": "w"}}}, [("kit+lee", "01-31", "gain")]),
        ({"fit": {"lee": {"nearby": "no"}}}, [("kit", "03-02", "fit")]),
        ({"fit": {"kit": {"asked": "2026-01-05"}}}, [("kit+lee", "03-02", "fit")]),
        ({"explained": {"kit": "2026-01-05"}}, [("lee", "01-31", "explained")]),
        ({"balance": {"kit": 1, "lee": 1}}, [("kit+lee", "01-31", "balance")]),
        ({"cycles": [cycle("02-01", "03-31", promise={"kit": 1})]}, [("lee", "01-31", "cycles/0/promise")]),
        ({"cycles": [cycle("03-20", "04-30", promise={})]}, [("kit+lee", "03-19", "cycles/0/promise")]),
        ({"cycles": [cycle("02-01", "03-10", promise={"kit": 1})]}, []),
        ({"cycles": [cycle("02-01", "03-10", promise={"kit": 0, "lee": 0})]}, []),
    ],
)
def test_what_a_beginning_lacks(keys: dict[str, Any], expected: list[tuple[str, str, str]]) -> None:
    assert [briefly(owed) for owed in beginnings(group(partnership(**DONE | keys)))] == expected


def test_who_has_answered_waits_for_the_other() -> None:
    [one] = fits(group(partnership(fit={"lee": {"nearby": "no"}})))
    assert (one.owed.by, one.owed.to, one.without) == (("kit",), ("lee",), ("kit",))
    assert one.owed.do == "Answer the six questions about Lee as a partner"
    [one] = fits(group(partnership()))
    assert one.owed.do == "Answer, each of you, the six questions about the other as a partner"


def test_a_gain_is_agreed_by_both() -> None:
    for gain, do in (
        ({"kit": AGREED}, "Agree on what Lee gains as partners"),
        ({}, "Agree on what Kit and Lee gain as partners"),
    ):
        [one] = gains(group(partnership(gain=gain)))
        assert one.owed.do == do


def test_the_balance_is_due_before_the_first_referral() -> None:
    files = [
        gift("a", "01-09", "lee", "kit", "lead"),
        gift("b", "01-20", "lee", "old-kit"),
        gift("c", "01-10", "kit", "lee"),
    ]
    [one] = balances_to_agree(group(partnership(), *files))
    assert one.referral
    assert (one.referral.id, str(one.owed.due)) == ("c", "2026-01-09")
    [one] = balances_to_agree(group(partnership(since="2026-01-21"), *files))
    assert (one.referral, str(one.owed.due)) == (None, "2026-02-20")


def test_a_pair_recorded_twice_owes_one_balance() -> None:
    assert len(list(balances_to_agree(group(partnership(), partnership("again", between=["lee", "kit"]))))) == 1


def test_a_cycle_that_is_over_is_told_for_thirteen_weeks_and_not_owed() -> None:
    for until, count in (("2025-12-11", 1), ("2025-12-10", 0)):
        known = group(partnership(since="2025-09-01", **DONE | {"cycles": [cycle("2025-10-01", until)]}))
        assert len(list(promises(known))) == count
        assert not beginnings(known)


def test_nothing_is_owed_to_those_who_left() -> None:
    known = group(partnership(), member("lee", left="03-10"))
    assert not beginnings(known)


def test_the_first_referral_counts_from_the_first_day() -> None:
    known = group(partnership(), gift("before", "2025-12-31", "kit", "lee"), gift("on", "01-01", "kit", "lee"))
    first = first_referral(known, known.partnerships["kit--lee"])
    assert first
    assert first.id == "on"
