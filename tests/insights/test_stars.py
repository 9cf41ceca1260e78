from __future__ import annotations

from collections.abc import Iterable

import pytest

from partners import group, partnership
from refertext.insights.partners.stars import Star, stars
from small import Files, gift, member

AGREED = {"kit": {"why": "w", "agreed": "2026-01-01"}, "lee": {"why": "w", "agreed": "2026-01-02"}}
PARTNERS = partnership(gain=AGREED)
OTHERS = member("eve", "2025-01-01")


def ended(outcomes: Iterable[str], from_: str = "kit", to: str = "lee", on: str = "02-10") -> Files:
    """Gifts that came to an end: `won lost`."""
    found = [
        gift(f"{from_}-{to}-{number}", "2025-01-02", from_, to, "lead", f"{on} {outcome}")
        for number, outcome in enumerate(outcomes)
    ]
    return {name: text for one in found for name, text in one.items()}


def star(*files: Files) -> Star:
    [found] = [one for one in stars(group(OTHERS, *files)) if (one.giver, one.receiver) == ("kit", "lee")]
    return found


def test_three_won_and_a_gain_for_both() -> None:
    found = star(PARTNERS, ended(["won", "won", "won", "lost"]))
    assert found.is_star
    assert found.reasons == (
        "3 won in 12 months",
        "conversion 75% (3 of 4), not below the group's 75%",
        "the gain of both agreed since 2026-01-02",
    )


@pytest.mark.parametrize(
    ("files", "missing", "is_nearly_one"),
    [
        ((PARTNERS, ended(["won"] * 2)), ("1 more won in 12 months",), True),
        ((PARTNERS, ended(["won"])), ("2 more won in 12 months",), False),
        (
            (PARTNERS, ended(["won"] * 3 + ["not-a-fit"] * 2), ended(["won"] * 5, "lee", "kit")),
            ("conversion 60% (3 of 5), below the group's 80%",),
            True,
        ),
        ((partnership(), ended(["won"] * 3)), ("what Kit and Lee gain, agreed by both",), True),
        (
            (partnership(gain=AGREED | {"lee": {"why": "w"}}), ended(["won"] * 3)),
            ("what Lee gains, agreed by both",),
            True,
        ),
        (
            (partnership(gain=AGREED | {"lee": {"why": "w", "agreed": "2026-03-12"}}), ended(["won"] * 3)),
            ("what Lee gains, agreed by both",),
            True,
        ),
        ((ended(["won"] * 3),), ("a partnership, with what each gains agreed by both",), True),
        (
            (ended(["won"] * 2),),
            ("1 more won in 12 months", "a partnership, with what each gains agreed by both"),
            False,
        ),
    ],
)
def test_what_is_missing(files: tuple[Files, ...], missing: tuple[str, ...], is_nearly_one: bool) -> None:
    found = star(*files)
    assert not found.is_star
    assert found.missing == missing
    assert found.is_nearly_one is is_nearly_one


def test_each_direction_has_its_own_star() -> None:
    found = stars(group(PARTNERS, ended(["won"] * 4), ended(["won"], "lee", "kit")))
    assert [(one.giver, one.is_star, one.won) for one in found] == [("kit", True, 4), ("lee", False, 1)]


@pytest.mark.parametrize(("on", "won"), [("2025-03-11", []), ("2025-03-12", [3]), ("03-11", [3]), ("03-12", [])])
def test_the_last_twelve_months_count(on: str, won: list[int]) -> None:
    assert [one.won for one in stars(group(PARTNERS, ended(["won"] * 3, on=on)))] == won


def test_repeat_business_counts_once() -> None:
    again = gift("g", "02-01", "kit", "lee", "lead", "02-02 won", "02-03 won", "02-04 won")
    assert star(PARTNERS, again).won == 1


def test_nobody_who_left_is_one() -> None:
    assert not stars(group(member("lee", left="03-10"), PARTNERS, ended(["won"] * 3)))
