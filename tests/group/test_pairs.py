"""Which partnership of a pair counts where several files record one: the same for whoever asks."""

from __future__ import annotations

from fractions import Fraction

import pytest

from partners import group, partnership
from refertext.check import check
from refertext.group.pairs import by_pair
from refertext.insights.debts.beginnings import balances_to_agree
from refertext.insights.partners.balance import balances
from refertext.insights.partners.partnerships import at_work_by_pair
from refertext.insights.partners.stars import stars
from refertext.measures import facts
from refertext.rules.partnerships.partnership_recorded_twice import partnership_recorded_twice
from small import Files, gift

WON = [gift(f"g{n}", "02-01", "kit", "lee", "referral", "02-20 won 5", consent="02-01") for n in range(3)]
BOTH = ("kit", "lee")


@pytest.mark.parametrize(
    ("files", "counts", "is_at_work"),
    [
        (partnership("b", since="2026-01-02") | partnership("a", since="2026-01-03"), "b", True),
        (partnership("b", since="2026-01-03") | partnership("a", since="2026-01-02"), "a", True),
        (partnership("b") | partnership("a", between=["lee", "old-kit"]), "a", True),
        (partnership("b", since="2026-01-02") | partnership("a", since="2026-03-12"), "b", True),
        (partnership("b", since="2026-03-13") | partnership("a", since="2026-03-12"), "a", False),
    ],
)
def test_the_one_that_began_first_counts(files: Files, counts: str, is_at_work: bool) -> None:
    known = group(files, *WON)
    used = [by_pair(known)[BOTH], facts(known).partnerships[frozenset(BOTH)]]
    used += [at_work_by_pair(known)[BOTH]] if is_at_work else []
    used += [one.partnership for one in balances(known) if one.partnership]
    used += [one.partnership for one in stars(known) if one.partnership]
    assert {one.id for one in used} == {counts}
    assert len(used) == (5 if is_at_work else 2)
    assert [one.owed.place.file for one in balances_to_agree(known)] == [f"partnerships/{counts}.yml"] * is_at_work
    twice = {finding.problem.place.file for finding in check(known, [partnership_recorded_twice])}
    assert twice == {f"partnerships/{other}.yml" for other in {"a", "b"} - {counts}}


def test_nobody_is_a_pair_alone() -> None:
    assert not by_pair(group(partnership(between=["kit", "old-kit"])))


def test_what_partners_agreed_on_is_read_where_the_partnership_counts() -> None:
    agreed = {"kit": 2, "lee": 1, "agreed": "2026-01-02"}
    known = group(partnership("a", since="2026-02-01"), partnership("b", balance=agreed), *WON)
    assert [one.expected for one in balances(known)] == [Fraction(1, 3)]
    assert not list(balances_to_agree(known))
