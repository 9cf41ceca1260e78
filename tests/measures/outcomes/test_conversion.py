"""conversion: what was won of what was given and came to an end."""

from __future__ import annotations

import pytest

from small import Files, gift, ids, inputs, member, members, of, parts, small, told, window

PEOPLE = (members("lee", "ana"), member("kit", former=["kitty"]))
MARCH = window("03-01", "03-31")
NOTHING = "nothing has come to an end"


def given(*histories: list[str]) -> list[Files]:
    """Referrals g1, g2, … that Kit gave to Lee on the 2nd of January."""
    return [gift(f"g{n}", "01-02", "kit", "lee", "referral", *history) for n, history in enumerate(histories, start=1)]


@pytest.mark.parametrize(
    ("gifts", "expected", "still_open"),
    [
        ([], (NOTHING, 0, ""), "0"),
        (given([]), (NOTHING, 0, ""), "1"),
        (given(["03-05 won 10"]), ("1", 1, "g1"), "0"),
        (given(["03-05 lost"]), ("0", 1, ""), "0"),
        (given(["03-05 won 10"], ["03-06 lost"], ["03-07 not-a-fit"]), ("1/3", 3, "g1"), "0"),
        (given(["03-05 won 10"], ["03-06 returned"], ["03-07 met"], []), ("1", 1, "g1"), "2"),
        (given(["03-05 returned"]), (NOTHING, 0, ""), "0"),
        (given(["03-05 won 10", "03-09 won 10", "03-12 won 10"], ["03-31 lost"]), ("1/2", 2, "g1"), "0"),
        (given(["02-28 won 10", "03-09 won 10"], ["03-01 lost"]), ("0", 1, ""), "0"),
        (given(["04-01 won 10"], ["03-31 lost"]), ("0", 1, ""), "1"),
        (given(["03-05 lost", "03-09 won 10"]), ("0", 1, ""), "0"),
        (given(["03-09 returned", "03-10 won 10"]), (NOTHING, 0, ""), "0"),
        (given(["03-09 won 10", "03-05 met"]), ("1", 1, "g1"), "0"),
    ],
)
def test_a_member(gifts: list[Files], expected: tuple[str, int, str], still_open: str) -> None:
    result = of(small(*PEOPLE, *gifts), "conversion", "kit", MARCH)
    assert told(result) == expected
    assert parts(result) == {"still open": still_open}


def test_inputs() -> None:
    result = of(
        small(*PEOPLE, *given(["03-05 won 10"], ["03-04 lost"], ["03-07 not-a-fit"], ["03-08 lost"], ["03-09 lost"])),
        "conversion",
        "kit",
    )
    assert inputs(result) == {"won": "1", "lost": "3", "not a fit": "1"}
    assert ids(result.among) == "g2 g1 g3 g4 g5"


@pytest.mark.parametrize(
    ("subject", "expected", "still_open"),
    [
        ("kit", ("1/2", 2, "g1"), "1"),
        ("kit+lee", ("1", 1, "g1"), "0"),
        ("kit+ana", ("0", 1, ""), "1"),
        ("lee+kit", ("1", 1, "g2"), "0"),
        ("lee", ("1", 1, "g2"), "0"),
        ("ana", (NOTHING, 0, ""), "0"),
        ("group", ("2/3", 3, "g2 g1"), "1"),
    ],
)
def test_pairs_and_the_group(subject: str, expected: tuple[str, int, str], still_open: str) -> None:
    known = small(
        *PEOPLE,
        gift("g1", "03-02", "kitty", "lee", "referral", "03-20 won 10"),
        gift("g2", "03-02", "lee", "kit", "referral", "03-19 won 10"),
        gift("g3", "03-02", "kit", "ana", "referral", "03-18 lost"),
        gift("g4", "03-02", "kit", "ana"),
        gift("g5", "03-02", "outside: a friend", "ana", "referral", "03-05 lost"),
        gift("g6", "03-02", "lee", "lee", "referral", "03-05 lost"),
    )
    result = of(known, "conversion", subject, MARCH)
    assert told(result) == expected
    assert parts(result) == {"still open": still_open}


@pytest.mark.parametrize(
    ("takers", "history", "expected", "still_open"),
    [
        ([], [], (NOTHING, 0, ""), "1"),
        ([], ["03-05 won 10"], ("1", 1, "g"), "0"),
        (["lee"], ["03-05 won 10"], ("1", 1, "g"), "0"),
        (["lee", "ana"], ["03-05 won 10 by lee", "03-06 lost by ana"], ("1/2", 2, "g"), "0"),
        (["lee", "ana"], ["03-05 won 10 by lee", "03-06 met by ana"], ("1", 1, "g"), "1"),
        (["lee", "ana"], ["03-05 won 10"], ("1", 1, "g"), "2"),
        (["lee", "ana"], [], (NOTHING, 0, ""), "2"),
        (["kit"], ["03-05 won 10"], (NOTHING, 0, ""), "0"),
        (["kit", "lee"], ["03-05 won 10 by kit", "03-06 lost by lee"], ("0", 1, ""), "0"),
    ],
)
def test_by_life_of_each_taker(
    takers: list[str], history: list[str], expected: tuple[str, int, str], still_open: str
) -> None:
    known = small(*PEOPLE, gift("g", "03-02", "kit", "everyone", "lead", *history, taken_by=takers))
    result = of(known, "conversion", "kit", MARCH)
    assert told(result) == expected
    assert parts(result) == {"still open": still_open}
