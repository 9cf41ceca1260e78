"""What is given: leads, introductions, referrals, contributions."""

from __future__ import annotations

import pytest

from refertext.measures import Window
from small import Files, gift, ids, member, members, of, small, told, window

PEOPLE = (members("lee", "ana"), member("kit", former=["kitty"], leave=[("02-01", "02-10")]))
MARCH = window("03-01", "03-31")
COUNTS = ("leads", "introductions", "referrals", "contributions")


def counts(subject: str, span: Window, *gifts: Files) -> str:
    """The four counts of a subject, in order."""
    known = small(*PEOPLE, *gifts)
    return " ".join(told(of(known, name, subject, span))[0] for name in COUNTS)


@pytest.mark.parametrize(
    ("gifts", "expected"),
    [
        ([], "0 0 0 0"),
        ([gift("g", "03-05", "kit", "lee", "lead")], "1 0 0 1"),
        ([gift("g", "03-05", "kit", "lee", "introduction")], "0 1 0 1"),
        ([gift("g", "03-05", "kit", "lee", "referral")], "0 1 1 1"),
        ([gift("g", "03-01", "kit", "lee"), gift("h", "03-31", "kit", "lee", "lead")], "1 1 1 2"),
        ([gift("g", "02-28", "kit", "lee"), gift("h", "04-01", "kit", "lee", "lead")], "0 0 0 0"),
        ([gift("g", "03-05", "kit", "lee", "lead", "03-31 introduction")], "0 1 0 1"),
        ([gift("g", "03-05", "kit", "lee", "lead", "04-01 introduction")], "1 0 0 1"),
        ([gift("g", "03-05", "kit", "lee", "lead", "03-09 introduction", "04-02 referral")], "0 1 0 1"),
        ([gift("g", "03-05", "kit", "lee", "lead", "03-20 referral", "03-09 introduction")], "0 1 1 1"),
        ([gift("g", "02-20", "kit", "lee", "lead", "03-09 referral")], "0 0 0 0"),
        ([gift("g", "03-05", "kit", "lee", "referral", "03-09 lead")], "0 1 1 1"),
        ([gift("g", "03-05", "kit", "lee", "referral", "03-06 returned")], "0 1 1 1"),
        ([gift("g", "03-05", "kit", "everyone", "lead")], "1 0 0 1"),
        ([gift("g", "03-05", "kit", "everyone", "lead", taken_by=["lee"])], "1 0 0 1"),
        ([gift("g", "03-05", "kit", "everyone", "lead", taken_by=["lee", "ana"])], "1 0 0 1"),
        ([gift("g", "03-05", "kit", "everyone", "lead", taken_by=["kit"])], "1 0 0 1"),
        ([gift("g", "03-05", "kit", "kit")], "0 0 0 0"),
        ([gift("g", "03-05", "kit", "kitty")], "0 0 0 0"),
        ([gift("g", "03-05", "kitty", "lee")], "0 1 1 1"),
        ([gift("g", "03-05", "lee", "kit")], "0 0 0 0"),
        ([gift("g", "03-05", "outside: a client of Kit", "kit")], "0 0 0 0"),
        ([gift("g", "03-05", "kit", "somebody")], "0 1 1 1"),
    ],
)
def test_a_member(gifts: list[Files], expected: str) -> None:
    assert counts("kit", MARCH, *gifts) == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("kit+lee", "2 1 1 3"),
        ("kit+ana", "1 1 0 2"),
        ("lee+kit", "0 1 1 1"),
        ("ana+kit", "0 0 0 0"),
        ("kit", "3 2 1 5"),
        ("lee", "0 1 1 1"),
        ("group", "3 3 2 6"),
    ],
)
def test_pairs_and_the_group(subject: str, expected: str) -> None:
    given = (
        gift("g1", "03-02", "kit", "lee"),
        gift("g2", "03-03", "kit", "lee", "lead"),
        gift("g3", "03-04", "kitty", "ana", "introduction"),
        gift("g4", "03-05", "kit", "everyone", "lead", taken_by=["lee", "ana"]),
        gift("g5", "03-06", "kit", "everyone", "lead"),
        gift("g6", "03-07", "lee", "kit"),
        gift("g7", "03-08", "outside: a friend", "lee"),
    )
    assert counts(subject, MARCH, *given) == expected


def test_who_counts_as_giver() -> None:
    """Whoever is named, member on that day or not; a finding tells that they were none."""
    known = small(
        member("kit", "03-10"),
        member("lee", left="03-10"),
        member("ana", None),
        gift("g1", "03-05", "kit", "lee"),
        gift("g2", "03-15", "lee", "kit"),
        gift("g3", "03-15", "ana", "kit"),
        gift("g4", "03-15", "nobody", "kit"),
        gift("g5", "03-15", "outside: a client of Kit", "kit"),
    )
    assert told(of(known, "contributions", "kit", MARCH)) == ("1", 1, "g1")
    assert told(of(known, "contributions", "lee", MARCH)) == ("1", 1, "g2")
    assert told(of(known, "contributions", "group", MARCH)) == ("4", 4, "g1 g2 g3 g4")


def test_gifts_made_on_leave_count() -> None:
    assert counts("kit", window("02-01", "02-10"), gift("g", "02-05", "kit", "lee")) == "0 1 1 1"


def test_the_records_that_count_are_in_order_of_day_and_id() -> None:
    known = small(
        *PEOPLE,
        gift("c", "03-02", "kit", "lee"),
        gift("b", "03-09", "kit", "lee", "lead"),
        gift("a", "03-09", "kit", "ana", "introduction"),
        gift("d", "03-01", "kit", "ana", "lead", "03-31 referral"),
    )
    assert ids(of(known, "contributions", "kit", MARCH).counted) == "d c a b"
    assert ids(of(known, "introductions", "kit", MARCH).counted) == "d c a"
    assert ids(of(known, "referrals", "kit", MARCH).counted) == "d c"
    assert ids(of(known, "leads", "kit", MARCH).counted) == "b"


@pytest.mark.parametrize(("as_of", "expected"), [("03-04", "0"), ("03-05", "1"), ("03-31", "1")])
def test_later_gifts_do_not_exist(as_of: str, expected: str) -> None:
    known = small(*PEOPLE, gift("g", "03-05", "kit", "lee"), as_of=as_of)
    assert told(of(known, "contributions", "kit", MARCH))[0] == expected


def test_what_was_raised_later_is_not_raised_yet() -> None:
    raised = gift("g", "03-05", "kit", "lee", "lead", "03-20 referral")
    for as_of, leads in (("03-19", "1"), ("03-20", "0")):
        assert told(of(small(*PEOPLE, raised, as_of=as_of), "leads", "kit"))[0] == leads
