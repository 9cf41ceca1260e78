"""What is received: leads-received, introductions-received, referrals-received, contributions-received."""

from __future__ import annotations

import pytest

from small import Files, gift, member, members, of, small, told, window

PEOPLE = (members("lee", "ana"), member("kit", former=["kitty"]))
MARCH = window("03-01", "03-31")
COUNTS = ("leads-received", "introductions-received", "referrals-received", "contributions-received")


def counts(subject: str, *gifts: Files) -> str:
    """The four counts of a subject, in order."""
    known = small(*PEOPLE, *gifts)
    return " ".join(told(of(known, name, subject, MARCH))[0] for name in COUNTS)


@pytest.mark.parametrize(
    ("gifts", "expected"),
    [
        ([], "0 0 0 0"),
        ([gift("g", "03-01", "lee", "kit", "lead")], "1 0 0 1"),
        ([gift("g", "03-31", "lee", "kit", "introduction")], "0 1 0 1"),
        ([gift("g", "03-05", "lee", "kitty", "referral")], "0 1 1 1"),
        ([gift("g", "02-28", "lee", "kit"), gift("h", "04-01", "lee", "kit")], "0 0 0 0"),
        ([gift("g", "03-05", "lee", "kit", "lead", "03-31 referral")], "0 1 1 1"),
        ([gift("g", "03-05", "lee", "kit", "lead", "04-01 referral")], "1 0 0 1"),
        ([gift("g", "03-05", "lee", "kit", "referral", "03-06 returned")], "0 1 1 1"),
        ([gift("g", "03-05", "outside: a friend", "kit")], "0 1 1 1"),
        ([gift("g", "03-05", "lee", "everyone", "lead")], "0 0 0 0"),
        ([gift("g", "03-05", "lee", "everyone", "lead", taken_by=["ana"])], "0 0 0 0"),
        ([gift("g", "03-05", "lee", "everyone", "lead", taken_by=["kitty"])], "1 0 0 1"),
        ([gift("g", "03-05", "lee", "everyone", "lead", taken_by=["kit", "kitty", "ana"])], "1 0 0 1"),
        ([gift("g", "03-05", "kit", "everyone", "lead", taken_by=["kit"])], "0 0 0 0"),
        ([gift("g", "03-05", "kit", "kit")], "0 0 0 0"),
    ],
)
def test_a_member(gifts: list[Files], expected: str) -> None:
    assert counts("kit", *gifts) == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("kit", "1 2 1 3"),
        ("kit+lee", "1 1 0 2"),
        ("kit+ana", "0 0 0 0"),
        ("lee+kit", "0 1 1 1"),
        ("ana+lee", "1 0 0 1"),
        ("lee", "0 1 1 1"),
        ("ana", "1 0 0 1"),
    ],
)
def test_pairs(subject: str, expected: str) -> None:
    given = (
        gift("g1", "03-02", "lee", "kit", "introduction"),
        gift("g2", "03-03", "lee", "everyone", "lead", taken_by=["kit", "ana"]),
        gift("g3", "03-04", "outside: a friend", "kit"),
        gift("g4", "03-05", "kit", "lee"),
    )
    assert counts(subject, *given) == expected


def test_the_records_that_count() -> None:
    known = small(
        *PEOPLE,
        gift("g3", "03-02", "lee", "kit", "introduction"),
        gift("g2", "03-03", "lee", "everyone", "lead", taken_by=["kit", "ana"]),
        gift("g1", "03-04", "outside: a friend", "kit"),
    )
    assert told(of(known, "contributions-received", "kit", MARCH)) == ("3", 3, "g3 g2 g1")
    assert told(of(known, "leads-received", "kit", MARCH)) == ("1", 1, "g2")
    assert told(of(known, "introductions-received", "kit", MARCH)) == ("2", 2, "g3 g1")
    assert told(of(known, "referrals-received", "kit", MARCH)) == ("1", 1, "g1")
