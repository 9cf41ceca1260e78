"""How giving is spread: balance, concentration, two-way-pairs."""

from __future__ import annotations

import pytest

from small import Files, gift, inputs, members, of, parts, small, told, window

PEOPLE = members("kit", "lee", "ana", "brian")
NOTHING = "nothing was given or received"


def gifts(*directions: str) -> tuple[Files, ...]:
    """Referrals g1, g2, … of the first days of March, each written `kit>lee`."""
    sides = [direction.split(">") for direction in directions]
    return tuple(gift(f"g{n}", f"03-{n:02}", giver, receiver) for n, (giver, receiver) in enumerate(sides, start=1))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], (NOTHING, 0, "")),
        (["kit>lee"], ("1", 1, "g1")),
        (["lee>kit"], ("-1", 1, "g1")),
        (["kit>lee", "lee>kit"], ("0", 2, "g1 g2")),
        (["lee>kit", "kit>lee", "kit>ana", "kit>lee"], ("1/2", 4, "g2 g3 g4 g1")),
        (["kit>lee", "ana>kit", "lee>kit"], ("-1/3", 3, "g1 g2 g3")),
        (["outside: a friend>kit", "kit>lee", "kit>lee"], ("1/3", 3, "g2 g3 g1")),
        (["kit>kit"], (NOTHING, 0, "")),
        (["lee>ana"], (NOTHING, 0, "")),
    ],
)
def test_balance_of_a_member(given: list[str], expected: tuple[str, int, str]) -> None:
    assert told(of(small(PEOPLE, *gifts(*given)), "balance", "kit")) == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("kit+lee", ("1/3", 3, "g1 g2 g3")),
        ("lee+kit", ("-1/3", 3, "g3 g1 g2")),
        ("kit+ana", ("1", 1, "g4")),
        ("ana+lee", (NOTHING, 0, "")),
    ],
)
def test_balance_of_a_pair(subject: str, expected: tuple[str, int, str]) -> None:
    assert told(of(small(PEOPLE, *gifts("kit>lee", "kit>lee", "lee>kit", "kit>ana")), "balance", subject)) == expected


def test_balance_beside_its_counts() -> None:
    lead = gift("g9", "03-09", "kit", "everyone", "lead")
    taken = gift("g8", "03-08", "lee", "everyone", "lead", taken_by=["kit", "ana"])
    result = of(small(PEOPLE, *gifts("kit>lee"), lead, taken), "balance", "kit")
    assert told(result) == ("1/3", 3, "g1 g9 g8")
    assert parts(result) == inputs(result) == {"given": "2", "received": "1"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], ("nothing was given to a member", 0, "")),
        (["kit>lee"], ("1", 1, "g1")),
        (["kit>lee", "kit>ana", "kit>lee", "kit>brian"], ("1/2", 4, "g1 g3")),
        (["kit>lee", "kit>ana", "kit>lee", "kit>ana"], ("1/2", 4, "g2 g4")),
        (["kit>lee", "lee>kit", "outside: a friend>kit"], ("1", 1, "g1")),
        (["kit>everyone"], ("nothing was given to a member", 0, "")),
        (["kit>everyone", "kit>lee"], ("1", 1, "g2")),
    ],
)
def test_concentration(given: list[str], expected: tuple[str, int, str]) -> None:
    result = of(small(PEOPLE, *gifts(*given)), "concentration", "kit")
    assert told(result) == expected
    assert inputs(result) == {"to the one who got most": str(len(result.counted)), "to members": str(result.n)}


def test_concentration_counts_each_taker_of_a_lead() -> None:
    lead = gift("g9", "03-09", "kit", "everyone", "lead", taken_by=["lee", "ana"])
    assert told(of(small(PEOPLE, *gifts("kit>lee"), lead), "concentration", "kit")) == ("2/3", 3, "g1 g9")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], ("nobody gave anything to a member", 0, "")),
        (["kit>everyone"], ("nobody gave anything to a member", 0, "")),
        (["outside: a friend>kit"], ("nobody gave anything to a member", 0, "")),
        (["kit>lee"], ("0", 1, "g1")),
        (["kit>lee", "kit>lee"], ("0", 1, "g1 g2")),
        (["kit>lee", "lee>kit"], ("1", 1, "g1 g2")),
        (["kit>lee", "lee>kit", "kit>ana", "ana>brian", "kit>lee"], ("1/3", 3, "g1 g2 g3 g4 g5")),
        (["kit>lee", "lee>kit", "kit>ana", "ana>kit"], ("1", 2, "g1 g2 g3 g4")),
    ],
)
def test_two_way_pairs(given: list[str], expected: tuple[str, int, str]) -> None:
    assert told(of(small(PEOPLE, *gifts(*given)), "two-way-pairs", "group")) == expected


def test_two_way_pairs_of_takers() -> None:
    lead = gift("g9", "03-09", "kit", "everyone", "lead", taken_by=["lee", "ana"])
    known = small(PEOPLE, *gifts("lee>kit"), lead)
    assert told(of(known, "two-way-pairs", "group")) == ("1/2", 2, "g1 g9")
    assert inputs(of(known, "two-way-pairs", "group")) == {"pairs with both directions": "1", "pairs with any": "2"}
    assert told(of(known, "two-way-pairs", "group", window("03-02", "03-09"))) == ("0", 2, "g9")
