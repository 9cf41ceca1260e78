"""What was won: value, value-received, value-thanked, seat-value."""

from __future__ import annotations

import pytest

from small import Files, gift, ids, inputs, member, members, of, parts, small, told, window

PEOPLE = (members("lee", "ana"), member("kit", former=["kitty"]))
MARCH = window("03-01", "03-31")
REFUSED = "amounts in EUR and USD cannot be added up; write them all in USD"


def given(*history: str, tier: str | None = None, id_: str = "g") -> Files:
    """What Kit gave to Lee on the 2nd of January."""
    return gift(id_, "01-02", "kit", "lee", "referral", *history, tier=tier)


@pytest.mark.parametrize(
    ("gifts", "expected", "beside"),
    [
        ([], ("0", 0, ""), {}),
        ([given("03-05 lost")], ("0", 0, ""), {}),
        ([given("03-05 won 1000")], ("1000", 1, "g"), {"first business": "1000", "no tier": "1000"}),
        ([given("03-31 won 99.50")], ("99.50", 1, "g"), {"first business": "99.50", "no tier": "99.50"}),
        ([given("02-28 won 5", "04-01 won 7")], ("0", 0, ""), {}),
        ([given("03-03 met", "03-05 won 8")], ("8", 1, "g"), {"first business": "8", "no tier": "8"}),
        (
            [given("03-05 won 8", "03-06 note", "03-07 won 2")],
            ("10", 2, "g g"),
            {"first business": "8", "repeat business": "2", "no tier": "10"},
        ),
        (
            [given("02-28 won 5", "03-01 won 7", tier="inside")],
            ("7", 1, "g"),
            {"repeat business": "7", "inside": "7"},
        ),
        (
            [given("03-05 won 1000", "03-06 won 200", "03-07 won 30", tier="outside")],
            ("1230", 3, "g g g"),
            {"first business": "1000", "repeat business": "230", "outside": "1230"},
        ),
        (
            [
                given("03-05 won 1000", "03-20 won 500", tier="outside", id_="g1"),
                given("03-06 won 250.50", tier="inside", id_="g2"),
                given("03-07 won 80", tier="spin-off", id_="g3"),
                given("03-08 won 9.75", id_="g4"),
                given("03-09 won", tier="inside", id_="g5"),
            ],
            ("1840.25", 5, "g1 g2 g3 g4 g1"),
            {
                "first business": "1340.25",
                "repeat business": "500",
                "inside": "250.50",
                "outside": "1500",
                "spin-off": "80",
                "no tier": "9.75",
                "won without a value": "1",
            },
        ),
        ([given("03-05 won")], ("0", 0, ""), {"won without a value": "1"}),
        ([given("03-05 won 100 USD")], ("100", 1, "g"), {"first business": "100", "no tier": "100"}),
        ([given("03-05 won 100", "03-06 won 90 EUR")], (REFUSED, 0, ""), {}),
        ([given("03-06 won 90 EUR")], (REFUSED, 0, ""), {}),
        ([given("03-05 won 100", "04-06 won 90 EUR")], ("100", 1, "g"), {"first business": "100", "no tier": "100"}),
        ([given("03-05 lost", "03-06 won 100")], ("0", 0, ""), {}),
        ([given("03-05 returned", "03-06 won 100")], ("0", 0, ""), {}),
    ],
)
def test_value(gifts: list[Files], expected: tuple[str, int, str], beside: dict[str, str]) -> None:
    known = small(*PEOPLE, *gifts)
    for name, subject in [("value", "kit"), ("value", "kit+lee"), ("value-received", "lee"), ("value", "group")]:
        result = of(known, name, subject, MARCH)
        assert told(result) == expected
        assert parts(result) == beside


def test_all_currencies_are_named() -> None:
    known = small(*PEOPLE, given("03-05 won 1 GBP", "03-06 won 2", "03-07 won 3 CHF"), currency="EUR")
    reason = "amounts in CHF, EUR and GBP cannot be added up; write them all in EUR"
    assert told(of(known, "value", "kit")) == (reason, 0, "")
    assert ids(of(known, "value", "kit").among) == "g g g"
    assert told(of(known, "seat-value", "group")) == (reason, 0, "")


@pytest.mark.parametrize(
    ("name", "subject", "expected"),
    [
        ("value", "kit", ("111", 3, "g1 g3 g3")),
        ("value", "kit+lee", ("101", 2, "g1 g3")),
        ("value", "kit+ana", ("10", 1, "g3")),
        ("value", "lee+kit", ("1000", 1, "g2")),
        ("value", "ana", ("0", 0, "")),
        ("value", "group", ("1111", 4, "g1 g2 g3 g3")),
        ("value-received", "lee", ("10101", 3, "g1 g3 g4")),
        ("value-received", "lee+kit", ("101", 2, "g1 g3")),
        ("value-received", "kit", ("1000", 1, "g2")),
        ("value-received", "kit+lee", ("1000", 1, "g2")),
        ("value-received", "ana+lee", ("0", 0, "")),
    ],
)
def test_who_is_credited(name: str, subject: str, expected: tuple[str, int, str]) -> None:
    """Kit gave wins of 1 and 100 to Lee and of 10 to Ana, Lee one of 1000 to Kit, somebody outside 10000 to Lee."""
    known = small(
        *PEOPLE,
        gift("g1", "03-02", "kit", "lee", "referral", "03-03 won 1"),
        gift("g2", "03-02", "lee", "kitty", "referral", "03-04 won 1000"),
        gift(
            "g3",
            "03-02",
            "kit",
            "everyone",
            "lead",
            "03-05 won 10 by ana",
            "03-06 won 100 by lee",
            taken_by=["lee", "ana"],
        ),
        gift("g4", "03-02", "outside: a friend", "lee", "referral", "03-07 won 10000"),
    )
    assert told(of(known, name, subject, MARCH)) == expected


def test_each_takers_first_win_is_first_business() -> None:
    lead = gift(
        "g",
        "03-02",
        "kit",
        "everyone",
        "lead",
        "03-05 won 10 by ana",
        "03-06 won 5 by lee",
        "03-07 won 3 by ana",
        taken_by=["lee", "ana"],
    )
    result = of(small(*PEOPLE, lead), "value", "kit")
    assert parts(result) == {"first business": "15", "repeat business": "3", "no tier": "18"}


@pytest.mark.parametrize(
    ("people", "amount", "expected", "count"),
    [
        (members("kit", "lee", "ana"), "1000", "333.33", 3),
        (members("kit", "lee", "ana"), "2000", "666.67", 3),
        (members("kit", "lee"), "0.05", "0.02", 2),
        (members("kit", "lee"), "0.15", "0.08", 2),
        (members("kit", "lee") | member("ana", left="03-30"), "1000", "500.00", 2),
        (members("kit", "lee") | member("ana", left="03-31"), "1000", "333.33", 3),
        (members("kit", "lee") | member("ana", "04-01"), "1000", "500.00", 2),
        (members("kit", "lee") | member("ana", leave=[("03-01", "04-30")]), "1000", "333.33", 3),
    ],
)
def test_seat_value(people: Files, amount: str, expected: str, count: int) -> None:
    result = of(small(people, given(f"03-05 won {amount}")), "seat-value", "group", MARCH)
    assert told(result) == (expected, 1, "g")
    assert parts(result) == {"members": str(count)}
    assert inputs(result) == {"sum of values won": amount, "members": str(count)}


def test_seat_value_of_nothing() -> None:
    assert told(of(small(*PEOPLE), "seat-value", "group")) == ("0.00", 0, "")
    outside = gift("g", "03-02", "outside: a friend", "lee", "referral", "03-03 won 900")
    assert told(of(small(*PEOPLE, outside), "seat-value", "group")) == ("0.00", 0, "")
    assert told(of(small(member("kit", None)), "seat-value", "group")) == ("there are no members", 0, "")


@pytest.mark.parametrize(
    ("thanked", "expected"),
    [
        (None, ("0", 0, "")),
        ("02-20", ("10", 2, "g g")),  # before anything was won
        ("03-06", ("10", 2, "g g")),
        ("03-31", ("10", 2, "g g")),
        ("04-01", ("0", 0, "")),
    ],
)
def test_what_was_thanked_for_by_the_end_of_the_window(thanked: str | None, expected: tuple[str, int, str]) -> None:
    thanks = {"thanked": thanked} if thanked else {}
    won = gift("g", "01-02", "kit", "lee", "referral", "03-05 won 8", "03-07 won 2", "04-02 won 5", **thanks)
    other = gift("h", "01-02", "ana", "lee", "referral", "03-05 won 100")
    known = small(*PEOPLE, won, other)
    for subject in ("lee", "lee+kit"):
        assert told(of(known, "value-thanked", subject, MARCH)) == expected
    assert told(of(known, "value-thanked", "kit", MARCH)) == ("0", 0, "")
    assert told(of(known, "value-thanked", "lee+ana", MARCH)) == ("0", 0, "")


def test_thanks_for_money_of_another_currency_are_refused() -> None:
    known = small(*PEOPLE, gift("g", "01-02", "kit", "lee", "referral", "03-05 won 8 EUR", thanked="03-06"))
    assert told(of(known, "value-thanked", "lee", MARCH)) == (REFUSED, 0, "")
