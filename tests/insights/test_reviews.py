from __future__ import annotations

import pytest

from partners import briefly, group, partnership
from refertext.insights.debts.reviews import reviews
from refertext.measures.contact.reviews import reviews_due
from refertext.measures.window import Window
from small import Files, day, member, talk

QUARTERLY = partnership(since="2026-01-31", reviews={"every": "3 months"})


@pytest.mark.parametrize(
    ("files", "since", "due"),
    [
        ({}, "2026-01-31", "04-30"),
        (talk("r", "02-10", "lee", "old-kit", kind="review"), "2026-02-10", "05-10"),
        (talk("r", "02-10", "kit", "lee", kind="review") | talk("s", "03-01", "kit", "lee"), "2026-02-10", "05-10"),
        (talk("r", "02-10", "kit", "lee", kind="review", cancelled="yes"), "2026-01-31", "04-30"),
        (talk("r", "01-30", "kit", "lee", kind="review"), "2026-01-31", "04-30"),
        (talk("r", "03-12", "kit", "lee", kind="review"), "2026-01-31", "04-30"),
    ],
)
def test_the_next_review_counts_from_the_last(files: Files, since: str, due: str) -> None:
    [owed] = reviews(group(QUARTERLY, files))
    assert owed.since == day(since)
    assert briefly(owed) == ("kit+lee", due, "reviews/every")


def test_without_a_cadence_or_a_partner_nothing_is_owed() -> None:
    assert not reviews(group(partnership()))
    assert not reviews(group(QUARTERLY, member("lee", left="03-10")))
    assert not reviews(group(partnership(since="2026-03-12", reviews={"every": "3 months"})))


@pytest.mark.parametrize(
    ("kit", "lee", "due"),
    [
        ([], [], "04-30"),
        ([], [("04-21", "05-10")], "05-20"),
        ([], [("02-10", "02-19")], "05-10"),
        ([("02-10", "02-19")], [("03-01", "03-05")], "05-15"),
        ([("02-10", "02-19")], [("02-15", "02-24")], "05-15"),
        ([], [("01-22", "02-05")], "05-05"),
        ([], [("05-01", "05-31")], "04-30"),
    ],
)
def test_days_of_leave_do_not_count(kit: list[tuple[str, str]], lee: list[tuple[str, str]], due: str) -> None:
    people = member("kit", "2025-01-01", leave=kit) | member("lee", "2025-01-01", leave=lee)
    [owed] = reviews(group(QUARTERLY, people))
    assert briefly(owed)[1] == due


def test_the_first_one_falls_on_the_measures_first_day() -> None:
    known = group(QUARTERLY, as_of="12-31")
    [first, *_] = reviews_due(known.partnerships["kit--lee"], Window(day("01-31"), day("12-31")))
    [owed] = reviews(known)
    assert owed.due == first
