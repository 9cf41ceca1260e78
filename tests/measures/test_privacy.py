"""Whose exact money members may see: that of people who agreed to it, and sums in which nobody's stands out."""

from __future__ import annotations

from typing import Any

import pytest

from refertext.measures.privacy import PRIVATE, may_be_shown, parts_may_be_shown, shortly
from refertext.measures.registry import all_measures
from refertext.measures.subject import Subject
from small import YEAR, Files, gift, member, members, small

OPEN: Any = {"show_value": "yes"}


def worth(*files: Files, subject: str = "group", name: str = "value") -> tuple[str, bool, bool]:
    """A number as it stands in tables, and whether it and the numbers beside it may be shown."""
    known, ids = small(*files), () if subject == "group" else tuple(subject.split("+"))
    value = all_measures()[name].of(known, Subject(ids), YEAR)
    return shortly(known, value), may_be_shown(known, value), parts_may_be_shown(known, value)


def won(giver: str, receiver: str, value: str = "100", tier: str = "outside") -> Files:
    id_ = f"{giver}-{receiver}-{tier}"
    return gift(id_, "02-01", giver, receiver, "referral", f"03-01 won {value}", consent="02-01", tier=tier)


AGREED = member("kit", **OPEN) | member("lee", **OPEN)
SHY = member("kit", **OPEN) | member("lee")


@pytest.mark.parametrize(
    ("files", "subject", "name", "expected"),
    [
        (AGREED | won("kit", "lee"), "kit", "value", ("100 USD", True, True)),
        (SHY | won("kit", "lee"), "kit", "value", (PRIVATE, False, False)),
        (SHY | won("lee", "kit"), "kit", "value-received", (PRIVATE, False, False)),
        (SHY | won("kit", "lee"), "kit+lee", "value", (PRIVATE, False, False)),
        (SHY, "kit", "value", ("0 USD", True, True)),
        (SHY | won("kit", "lee"), "kit", "referrals", ("1", True, True)),
    ],
)
def test_money_of_people(files: Files, subject: str, name: str, expected: tuple[str, bool, bool]) -> None:
    assert worth(files, subject=subject, name=name) == expected


SIX = members("ann", "bob", "cyd", "dee", "eva", "fay")
THREE = won("ann", "dee") | won("bob", "eva") | won("cyd", "fay")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (THREE, ("300 USD", True, True)),
        (won("ann", "dee") | won("bob", "eva"), (PRIVATE, False, False)),
        (won("ann", "dee") | won("bob", "eva") | won("cyd", "dee"), (PRIVATE, False, False)),
        # the sum tells of nobody, but beside it stands that of the only win inside
        (THREE | won("ann", "dee", tier="inside"), ("400 USD", True, False)),
    ],
)
def test_sums_of_the_group(files: Files, expected: tuple[str, bool, bool]) -> None:
    assert worth(SIX, files) == expected


@pytest.mark.parametrize(("files", "expected"), [(THREE, ("50 USD", True, True)), ({}, ("0 USD", True, True))])
def test_a_sum_that_is_shared_out(files: Files, expected: tuple[str, bool, bool]) -> None:
    assert worth(SIX, files, name="seat-value") == expected


def test_nothing_stands_beside_what_is_not_shown() -> None:
    """Not even what is no money: the size of the group would do no harm, but it explains a number that is not there."""
    assert worth(SIX, won("ann", "dee"), name="seat-value") == (PRIVATE, False, False)
