from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from conftest import group_of
from partners import KIT_AND_LEE, group, partnership
from refertext.check import check
from refertext.group import Group
from refertext.insights.partners.balance import balances
from refertext.insights.partners.worries import worries
from refertext.rules.partnerships.out_of_balance import out_of_balance
from small import Files, day, gift, member


def gifts(forth: int, back: int, on: str = "02-01") -> Files:
    """So many leads of kit to lee, and of lee to kit."""
    given = [gift(f"a{number}", on, "kit", "lee", "lead", about=f"a{number}") for number in range(forth)]
    given += [gift(f"b{number}", on, "lee", "old-kit", "lead", about=f"b{number}") for number in range(back)]
    return {name: text for one in given for name, text in one.items()}


def shares(kit: Any, lee: Any, agreed: str | None = "2026-01-01") -> Files:
    written = {id_: share for id_, share in (("kit", kit), ("lee", lee)) if share is not None}
    return partnership(balance=written | ({"agreed": agreed} if agreed else {}))


@pytest.mark.parametrize(
    ("forth", "back", "files", "away", "is_out"),
    [
        (4, 2, partnership(), Fraction(1, 3), False),
        (2, 4, partnership(), Fraction(-1, 3), False),
        (5, 2, partnership(), Fraction(3, 7), True),
        (4, 1, partnership(), Fraction(3, 5), True),
        (0, 5, partnership(), Fraction(-1), True),
        (4, 0, partnership(), Fraction(1), False),
        (4, 1, shares(1, 1), Fraction(3, 5), True),
        (4, 1, shares(2, 1), Fraction(4, 15), False),
        (4, 1, shares(1, 2), Fraction(14, 15), True),
        (5, 1, shares(2, 1), Fraction(1, 3), False),
        (6, 0, shares(2, 1), Fraction(2, 3), True),
        (4, 1, shares("1.5", "0.5"), Fraction(1, 10), False),
        (4, 1, shares(2, 1, agreed=None), Fraction(3, 5), True),  # nobody agreed on them
        (4, 1, shares(2, 1, agreed="2026-03-12"), Fraction(3, 5), True),
        (4, 1, shares(2, None), Fraction(3, 5), True),
        (4, 1, shares(0, 0), Fraction(3, 5), True),
    ],
)
def test_how_far_it_is_from_what_they_expect(forth: int, back: int, files: Files, away: Fraction, is_out: bool) -> None:
    known = group(files, gifts(forth, back))
    [balance] = balances(known)
    assert (balance.gave, balance.received) == (forth, back)
    assert balance.away == away
    assert balance.is_out is is_out


def test_pairs_without_a_partnership_are_seen() -> None:
    known = group(gifts(5, 0))
    [balance] = balances(known)
    assert balance.is_out
    assert balance.partnership is None


@pytest.mark.parametrize(
    ("id_", "is_uncertain"),
    [
        ("2026-02-01-lee-kit-7f3a", True),
        ("2026-02-01-lee-everyone-7f3a", True),
        ("2025-03-12-lee-kit-7f3a", True),
        ("2025-03-11-lee-kit-7f3a", False),
        ("2026-02-01-lee-pat-7f3a", False),
    ],
)
def test_what_cannot_be_read_may_even_it_out(id_: str, is_uncertain: bool) -> None:
    unread = {f"referrals/2026/{id_}.yml": "kind: ["}
    known = loaded(KIT_AND_LEE | member("pat") | partnership() | gifts(9, 1) | unread)
    [balance] = balances(known)
    assert (balance.is_uncertain, balance.is_out) == (is_uncertain, not is_uncertain)
    told = {text for texts in worries(known).values() for text in texts if text.startswith("out of balance")}
    assert [bool(told), bool(check(known, [out_of_balance]))] == [not is_uncertain] * 2


def loaded(files: Files) -> Group:
    settings = "group: G\ntimezone: UTC\ncurrency: USD\n"
    return group_of({"refertext.yml": settings} | files, day("03-11"))


def test_those_who_left_are_not() -> None:
    assert not balances(group(member("lee", left="03-10"), partnership(), gifts(5, 0)))


@pytest.mark.parametrize(("on", "count"), [("2025-03-11", 0), ("2025-03-12", 1), ("03-11", 1), ("03-12", 0)])
def test_twelve_months_count(on: str, count: int) -> None:
    assert len(balances(group(partnership(), gifts(5, 0, on)))) == count
