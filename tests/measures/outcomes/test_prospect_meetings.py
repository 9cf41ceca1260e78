"""prospect-meetings: introductions and referrals that led to a meeting with the prospect, or further."""

from __future__ import annotations

import pytest

from small import Files, gift, member, members, of, small, told, window

PEOPLE = (members("lee", "ana"), member("kit", former=["kitty"]))
MARCH = window("03-01", "03-31")


def given(kind: str, *history: str) -> Files:
    """What Kit gave to Lee on the 2nd of March."""
    return gift("g", "03-02", "kit", "lee", kind, *history)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (given("referral", "03-05 met"), "1"),
        (given("introduction", "03-05 met"), "1"),
        (given("referral", "03-31 met"), "1"),
        (given("referral", "04-01 met"), "0"),
        (given("referral", "03-05 contacted"), "0"),
        (given("referral", "03-05 proposed"), "1"),
        (given("referral", "03-05 won 10"), "1"),
        (given("referral", "03-05 lost"), "0"),
        (given("referral", "03-05 not-a-fit"), "0"),
        (given("referral", "03-05 met", "03-06 met", "03-07 proposed", "03-08 won 1", "03-09 won 1"), "1"),
        (given("referral", "03-09 proposed", "03-05 met"), "1"),
        (given("lead", "03-05 met"), "0"),
        (given("lead", "03-05 met", "03-31 introduction"), "1"),
        (given("lead", "03-05 met", "04-01 introduction"), "0"),
        (given("lead", "03-03 referral", "03-05 met"), "1"),
        (gift("g", "01-02", "kitty", "lee", "referral", "03-05 met"), "1"),
        (gift("g", "01-02", "kit", "lee", "referral", "02-05 met", "03-05 proposed"), "0"),
        (gift("g", "04-02", "kit", "lee", "referral", "03-05 met"), "0"),
        (gift("g", "03-02", "kit", "kit", "referral", "03-05 met"), "0"),
    ],
)
def test_a_member(one: Files, expected: str) -> None:
    counted = ("g" if expected == "1" else "", int(expected))
    assert told(of(small(*PEOPLE, one), "prospect-meetings", "kit", MARCH)) == (expected, counted[1], counted[0])


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("kit", ("3", 3, "g2 g3 g3")),
        ("kit+lee", ("2", 2, "g2 g3")),
        ("kit+ana", ("1", 1, "g3")),
        ("lee+kit", ("0", 0, "")),
        ("lee", ("0", 0, "")),
        ("group", ("3", 3, "g2 g3 g3")),
    ],
)
def test_each_taker_of_a_lead_meets_the_prospect(subject: str, expected: tuple[str, int, str]) -> None:
    history = ("03-03 introduction", "03-10 met by lee", "03-09 met by ana", "03-12 proposed by ana")
    known = small(
        *PEOPLE,
        gift("g1", "03-01", "outside: a friend", "lee", "referral", "03-02 met"),
        gift("g2", "03-02", "kit", "lee", "referral", "03-08 met"),
        gift("g3", "03-02", "kit", "everyone", "lead", *history, taken_by=["lee", "ana"]),
    )
    assert told(of(known, "prospect-meetings", subject, MARCH)) == expected


@pytest.mark.parametrize(
    ("raiser", "ana", "lee", "group"), [("ana", "1", "0", "1"), ("lee", "0", "1", "1"), ("kit", "1", "1", "2")]
)
def test_one_of_several_takers_raises_only_what_is_in_their_own_hands(
    raiser: str, ana: str, lee: str, group: str
) -> None:
    history = (f"03-03 referral by {raiser}", "03-10 met by lee", "03-09 met by ana")
    known = small(*PEOPLE, gift("g", "03-02", "kit", "everyone", "lead", *history, taken_by=["lee", "ana"]))
    expected = {"kit+ana": ana, "kit+lee": lee, "group": group, "kit": group}
    assert {who: told(of(known, "prospect-meetings", who, MARCH))[0] for who in expected} == expected
    given = {"kit+ana": ana, "kit+lee": lee, "group": "1", "kit": "1"}
    assert {who: told(of(known, "referrals", who, MARCH))[0] for who in given} == given
    assert {who: told(of(known, "referrals-received", who, MARCH))[0] for who in ("ana", "lee")} == {
        "ana": ana,
        "lee": lee,
    }
    assert told(of(known, "leads-received", "lee", MARCH))[0] == str(1 - int(lee))


def test_where_it_is_said() -> None:
    step = of(small(*PEOPLE, given("referral", "03-09 proposed", "03-05 met")), "prospect-meetings", "kit").counted[0]
    assert (str(step.day), step.path) == ("2026-03-05", ("history", 1))
