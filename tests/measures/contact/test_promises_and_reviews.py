"""What partners keep: fulfilment, reviews-held."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from refertext.measures import Window
from refertext.measures.contact.reviews import reviews_due, reviews_missed
from small import YEAR, Files, gift, inputs, member, members, of, partnership, small, talk, told, window

PEOPLE = (member("kit", former=["kitty"]), members("lee", "ana"))
MARCH = window("03-01", "03-31")
NO_PARTNERSHIP = "the two have no partnership"
NOTHING_DUE = "no review was due"
NO_PROMISE = "nothing was promised in a cycle that ended"


def cycle(first: str, last: str, **promise: int) -> tuple[str, str, Mapping[str, int]]:
    """A cycle, and how many referrals each promised."""
    return first, last, promise


SPRING = cycle("03-10", "04-09", kit=2, lee=4)


@pytest.mark.parametrize(
    ("cycles", "span", "kit_to_lee", "lee_to_kit"),
    [
        ([SPRING], YEAR, ("1", 2, "g2 g3"), ("1/4", 4, "g7")),
        ([SPRING], window("04-09", "04-09"), ("1", 2, "g2 g3"), ("1/4", 4, "g7")),
        ([SPRING], MARCH, (NO_PROMISE, 0, ""), (NO_PROMISE, 0, "")),
        ([SPRING], window("04-10", "12-31"), (NO_PROMISE, 0, ""), (NO_PROMISE, 0, "")),
        ([cycle("03-10", "04-09", kitty=1)], YEAR, ("2", 1, "g2 g3"), (NO_PROMISE, 0, "")),
        ([cycle("03-10", "04-09")], YEAR, (NO_PROMISE, 0, ""), (NO_PROMISE, 0, "")),
        ([cycle("03-01", "03-09", kit=1, lee=1), SPRING], YEAR, ("1", 3, "g1 g2 g3"), ("1/5", 5, "g7")),
        ([SPRING, cycle("12-01", "2027-01-31", kit=5)], YEAR, ("1", 2, "g2 g3"), ("1/4", 4, "g7")),
        ([], YEAR, (NO_PROMISE, 0, ""), (NO_PROMISE, 0, "")),
    ],
)
def test_fulfilment(
    cycles: list[tuple[str, str, Mapping[str, int]]],
    span: Window,
    kit_to_lee: tuple[str, int, str],
    lee_to_kit: tuple[str, int, str],
) -> None:
    known = small(
        *PEOPLE,
        partnership("kitty", "lee", "03-01", *cycles),
        gift("g1", "03-09", "kit", "lee"),
        gift("g2", "03-10", "kit", "lee"),
        gift("g3", "04-01", "kit", "lee", "lead", "04-09 referral"),
        gift("g4", "04-02", "kit", "lee", "lead", "04-10 referral"),
        gift("g5", "04-03", "kit", "lee", "introduction"),
        gift("g6", "04-10", "kit", "lee"),
        gift("g7", "04-09", "lee", "kitty"),
        gift("g8", "04-05", "kit", "ana"),
        gift("g9", "04-06", "outside: a friend", "kit"),
    )
    assert told(of(known, "fulfilment", "kit+lee", span)) == kit_to_lee
    assert told(of(known, "fulfilment", "lee+kit", span)) == lee_to_kit
    assert told(of(known, "fulfilment", "kit+ana", span)) == (NO_PARTNERSHIP, 0, "")


def test_a_lead_taken_and_raised_is_delivered() -> None:
    lead = gift("g", "03-10", "kit", "everyone", "lead", "03-12 referral", taken_by=["ana", "lee"])
    result = of(small(*PEOPLE, partnership("kit", "lee", "03-01", SPRING), lead), "fulfilment", "kit+lee")
    assert told(result) == ("1/2", 2, "g")
    assert inputs(result) == {"delivered": "1", "promised": "2"}
    theirs = gift("g", "03-10", "kit", "everyone", "lead", "03-12 referral by ana", taken_by=["ana", "lee"])
    result = of(small(*PEOPLE, partnership("kit", "lee", "03-01", SPRING), theirs), "fulfilment", "kit+lee")
    assert told(result) == ("0", 2, "")  # Ana raised what is in her hands


@pytest.mark.parametrize(
    ("since", "every", "span", "due"),
    [
        ("2025-02-01", "3 months", window("2025-02-01", "2025-12-31"), ["2025-05-01", "2025-08-01", "2025-11-01"]),
        ("2025-02-01", "3 months", window("2025-05-02", "2025-07-31"), []),
        ("2025-01-31", "1 month", window("2025-02-01", "2025-04-30"), ["2025-02-28", "2025-03-31", "2025-04-30"]),
        ("01-01", "4 weeks", window("01-01", "02-28"), ["2026-01-29", "2026-02-26"]),
        ("01-01", "10 days", window("01-11", "01-21"), ["2026-01-11", "2026-01-21"]),
        ("2024-02-29", "1 year", window("2024-01-01", "2026-12-31"), ["2025-02-28", "2026-02-28"]),
        ("03-01", "1 month", window("01-01", "03-31"), []),
    ],
)
def test_reviews_due(since: str, every: str, span: Window, due: list[str]) -> None:
    known = small(*PEOPLE, partnership("kit", "lee", since, every=every))
    assert [str(one) for one in reviews_due(known.group.partnerships["kit--lee"], span)] == due


@pytest.mark.parametrize(
    ("one", "span", "talks", "expected"),
    [
        (partnership("kit", "lee", "01-01", every="1 month"), MARCH, [], ("0", 1, "")),
        (
            partnership("kit", "lee", "01-01", every="1 month"),
            window("01-01", "03-31"),
            [
                talk("t1", "02-20", "kit", "lee", kind="review"),
                talk("t2", "02-21", "kit", "lee"),
                talk("t3", "02-22", "kit", "ana", kind="review"),
                talk("t4", "02-23", "kit", "lee", kind="review", cancelled="yes"),
                talk("t5", "04-01", "lee", "kit", kind="review"),
            ],
            ("1/2", 2, "t1"),
        ),
        (
            partnership("kit", "lee", "01-01", every="1 month"),
            MARCH,
            [talk("t1", "03-02", "kitty", "lee", kind="review"), talk("t2", "03-31", "lee", "kit", kind="review")],
            ("2", 1, "t1 t2"),
        ),
        (
            partnership("kit", "lee", "01-01", SPRING, cycle("04-10", "05-09")),
            YEAR,
            [talk("t1", "04-09", "kit", "lee", kind="review")],
            ("1/2", 2, "t1"),
        ),
        (partnership("kit", "lee", "01-01", SPRING, every="6 months"), MARCH, [], (NOTHING_DUE, 0, "")),
        (
            partnership("kit", "lee", "01-01"),
            YEAR,
            [talk("t", "03-02", "kit", "lee", kind="review")],
            (NOTHING_DUE, 0, ""),
        ),
        (partnership("kit", "ana", "01-01", every="1 month"), MARCH, [], (NO_PARTNERSHIP, 0, "")),
    ],
)
def test_reviews_held(one: Files, span: Window, talks: list[Files], expected: tuple[str, int, str]) -> None:
    known = small(*PEOPLE, one, *talks)
    assert told(of(known, "reviews-held", "kit+lee", span)) == expected
    assert told(of(known, "reviews-held", "lee+kit", span)) == expected


def test_a_review_after_one_has_left_is_none() -> None:
    known = small(
        member("kit"),
        member("lee", left="02-20"),
        partnership("kit", "lee", "01-01", every="1 month"),
        talk("t1", "02-20", "kit", "lee", kind="review"),
        talk("t2", "02-21", "kit", "lee", kind="review"),
    )
    assert told(of(known, "reviews-held", "kit+lee", window("02-01", "02-28"))) == ("1", 1, "t1")


@pytest.mark.parametrize(
    ("held", "missed"),
    [
        ([], ["02-01", "03-01", "04-01"]),
        (["01-20"], ["03-01", "04-01"]),
        (["02-20"], ["02-01", "04-01"]),
        (["04-01"], ["02-01", "03-01"]),
        (["04-10"], ["03-01", "04-01"]),  # after the last day due: it stands for the first that is missing
        (["02-10", "02-20"], ["04-01"]),
        (["01-20", "02-20", "03-20"], []),
        (["02-02", "02-03", "02-04", "02-05"], []),
    ],
)
def test_reviews_that_were_due_and_not_held_are_as_many_as_are_missing(held: list[str], missed: list[str]) -> None:
    talks = [talk(f"t{number}", on, "kit", "lee", kind="review") for number, on in enumerate(held)]
    known = small(*PEOPLE, partnership("kit", "lee", "01-01", every="1 month"), *talks)
    result = of(known, "reviews-held", "kit+lee", window("01-02", "04-30"))
    beside = result.beside()["due, and not held"]
    assert [f"{due.day:%m-%d}" for due in beside] == missed
    assert {due.path for due in beside} <= {("reviews", "every")}
    assert len(missed) == max(0, 3 - len(held))


def test_without_a_cadence_a_review_is_due_when_a_cycle_ends() -> None:
    known = small(*PEOPLE, partnership("kit", "lee", "01-01", SPRING, cycle("04-10", "05-09")))
    partners = known.group.partnerships["kit--lee"]
    missed = reviews_missed(partners, [], YEAR)
    assert [(str(due.day), due.path) for due in missed] == [
        ("2026-04-09", ("cycles", 0, "until")),
        ("2026-05-09", ("cycles", 1, "until")),
    ]


def test_the_promises_stand_beside_what_came_of_them() -> None:
    later = cycle("12-01", "2027-01-31", kit=5)
    known = small(*PEOPLE, partnership("kitty", "lee", "01-01", cycle("04-10", "05-09", kitty=1), SPRING, later))
    promised = of(known, "fulfilment", "kit+lee").beside()["promised"]
    assert [(str(one.day), one.path) for one in promised] == [
        ("2026-04-09", ("cycles", 1, "promise", "kit")),
        ("2026-05-09", ("cycles", 0, "promise", "kitty")),
    ]
