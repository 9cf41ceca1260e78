"""An aim alone is reached or not yet: nobody keeps it, and nobody misses it."""

from __future__ import annotations

import pytest

from agreed import commitment, judged
from refertext.commitments.aims import is_only_an_aim, label
from refertext.measures.registry import all_measures
from small import gift, member, members


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("measure: contributions, target: 2, per: week", True),
        ("measure: contributions, at_least: 0, target: 2, per: week", True),
        ("measure: contributions, at_least: 1, target: 2, per: week", False),
        ("measure: contributions, at_least: 0, per: week", False),
        ("measure: absences, at_most: 3, target: 1, over: 6 months", False),
        ("measure: absences, at_most: 0, target: 0, over: 6 months", False),
        ("measure: balance, target: 0.2, over: 6 months", True),
        (
            "measure: balance, at_least: 0, target: 0.2, over: 6 months",
            False,
        ),  # who takes more than they give is below 0
    ],
)
def test_only_an_aim_has_nothing_that_can_be_missed(written: str, expected: bool) -> None:
    one = commitment(written)
    assert is_only_an_aim(all_measures()[one.measure or ""], one) is expected


@pytest.mark.parametrize(
    ("limits", "gifts", "expected"),
    [
        ("target: 2", 0, "not yet"),
        ("target: 2", 1, "not yet"),
        ("target: 2", 2, "reached"),
        ("at_least: 0, target: 2", 0, "not yet"),
        ("at_least: 1, target: 2", 0, "missed"),
        ("at_least: 1, target: 2", 1, "kept"),
    ],
)
def test_an_aim_is_called_reached_or_not_yet(limits: str, gifts: int, expected: str) -> None:
    given = [gift(f"g{number}", "04-05", "kit", "lee") for number in range(gifts)]
    written = f"measure: contributions, {limits}, over: 3 months"
    assert label(judged(written, members("kit", "lee"), *given, as_of="06-30")) == expected


def test_of_an_aim_too_it_may_be_too_early_to_say() -> None:
    written = "measure: contributions, target: 2, per: month"
    assert label(judged(written, members("lee"), member("kit", "06-20"), as_of="06-30")) == "too early"
