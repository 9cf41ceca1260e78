"""What is known of a referral on a day, in whose hands it lives, and until when it is open."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from conftest import group_of
from refertext.group import Group
from refertext.group.referral_life import (
    as_known_on,
    became_referral,
    closed_since,
    is_open,
    lives,
    receivers,
)
from refertext.problem import Path

PEOPLE = {
    "members/kit-larsen.yml": "name: Kit Larsen\nbusiness: K\nformer_ids: [kit, k-larsen]\n",
    "members/lee-ortiz.yml": "name: Lee Ortiz\nbusiness: L\nformer_ids: [lee]\n",
    "members/brian-cho.yml": "name: Brian Cho\nbusiness: B\n",
}
UNORDERED = """\
kind: lead
history:
  - {date: 2026-03-09, status: met}
  - {date: 2026-03-04, status: accepted}
  - {date: 2026-03-06, kind: referral}
thanked: {date: 2026-03-07}
evaluation: {date: 2026-03-08}
consent: {date: 2026-03-10}
"""


def group_with(text: str, to: str = "lee-ortiz") -> Group:
    """A group in which Brian gave one referral."""
    head = f"date: 2026-03-02\nfrom: brian-cho\nto: {to}\nformer_ids: [old]\n"
    return group_of(PEOPLE | {"referrals/2026/x.yml": head + text})


def taken(takers: str, *entries: str) -> Group:
    """A group in which Brian gave a lead to everyone."""
    return group_with(f"kind: lead\ntaken_by: [{takers}]\nhistory: [{', '.join(entries)}]\n", to="everyone")


def entry(day: int, status: str, by: str = "") -> str:
    return f"{{date: 2026-03-{day:02}, status: {status}, by: {by}}}"


@pytest.mark.parametrize(
    ("day", "numbers", "is_thanked", "is_evaluated"),
    [
        (1, [], False, False),
        (4, [1], False, False),
        (6, [1, 2], False, False),
        (7, [1, 2], True, False),
        (8, [1, 2], True, True),
        (9, [0, 1, 2], True, True),
    ],
)
def test_what_was_known(day: int, numbers: list[int], is_thanked: bool, is_evaluated: bool) -> None:
    written = group_with(UNORDERED).referrals["x"]
    known = as_known_on(written, date(2026, 3, day))
    assert list(known.entries) == [(number, written.history[number]) for number in numbers]
    assert known.history == tuple(written.history[number] for number in numbers)
    assert (known.thanked is not None, known.evaluation is not None) == (is_thanked, is_evaluated)
    assert known.consent == written.consent
    assert (known.id, known.file, known.former_ids) == ("x", "referrals/2026/x.yml", ("old",))
    assert len(written.history) == 3


def test_the_same_object_where_nothing_is_later() -> None:
    written = group_with(UNORDERED).referrals["x"]
    assert as_known_on(written, date(2026, 3, 9)) is written


def test_an_evaluation_without_a_day_is_known() -> None:
    written = group_with("kind: lead\nevaluation: {went_well: w}\nthanked: {date: 2026-03-09}\n").referrals["x"]
    assert as_known_on(written, date(2026, 3, 3)).evaluation == written.evaluation


def test_a_day_within_a_day() -> None:
    """Looking back from a day in the past knows what looking from there at once knows."""
    written = group_with(UNORDERED).referrals["x"]
    days = [date(2026, 3, 1) + timedelta(days=n) for n in range(12)]
    for later in days:
        known = as_known_on(written, later)
        for earlier in days[: days.index(later) + 1]:
            assert as_known_on(known, earlier) == as_known_on(written, earlier)


def test_given_referrals_are_in_order_of_day_and_id() -> None:
    lead = "kind: lead\nfrom: brian-cho\nto: lee-ortiz\nhistory: [{date: 2026-03-12, note: n}]\n"
    days = {"b": "2026-03-11", "c": "2026-03-02", "a": "2026-03-02", "d": "2026-03-12"}
    group = group_of({f"referrals/2026/{id_}.yml": f"{lead}date: {day}\n" for id_, day in days.items()})
    assert [referral.id for referral in group.given_referrals] == ["a", "c", "b"]
    assert [referral.history for referral in group.given_referrals] == [(), (), ()]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("kind: referral\n", 2, (date(2026, 3, 2), ("kind",))),
        (UNORDERED, 5, None),
        (UNORDERED, 6, (date(2026, 3, 6), ("history", 2, "kind"))),
        (
            "kind: lead\nhistory: [{date: 2026-03-09, kind: referral}, {date: 2026-03-04, kind: referral}]\n",
            9,
            (date(2026, 3, 4), ("history", 1, "kind")),
        ),
        (
            "kind: lead\nhistory: [{date: 2026-03-09, kind: referral}, {date: 2026-03-04, kind: referral}]\n",
            8,
            (date(2026, 3, 4), ("history", 1, "kind")),
        ),
        ("kind: introduction\nhistory: [{date: 2026-03-09, kind: introduction}]\n", 9, None),
    ],
)
def test_since_when_it_is_a_referral(text: str, day: int, expected: tuple[date, Path] | None) -> None:
    assert became_referral(as_known_on(group_with(text).referrals["x"], date(2026, 3, day))) == expected


@pytest.mark.parametrize(
    ("to", "takers", "expected"),
    [
        ("lee-ortiz", "", ("lee-ortiz",)),
        ("lee", "", ("lee-ortiz",)),
        ("lee", "kit", ("lee-ortiz",)),
        ("nobody-known", "", ("nobody-known",)),
        ("everyone", "", ()),
        ("everyone", "k-larsen", ("kit-larsen",)),
        ("everyone", "kit, kit-larsen, k-larsen", ("kit-larsen",)),
        ("everyone", "lee, kit, lee-ortiz", ("lee-ortiz", "kit-larsen")),
    ],
)
def test_receivers(to: str, takers: str, expected: tuple[str, ...]) -> None:
    group = group_with(f"kind: lead\ntaken_by: [{takers}]\n", to)
    assert receivers(group, group.referrals["x"]) == expected
    assert [life.receiver for life in lives(group, group.referrals["x"])] == list(expected or (None,))


@pytest.mark.parametrize(
    ("takers", "entries", "expected"),
    [
        ("", [entry(9, "met", "kit"), entry(4, "accepted")], {None: [1, 0]}),
        ("kit", [entry(9, "met", "lee"), entry(4, "accepted")], {"kit-larsen": [1, 0]}),
        (
            "kit, lee-ortiz",
            [
                entry(8, "met", "k-larsen"),
                entry(4, "accepted", "lee"),
                entry(4, "accepted", "kit-larsen"),
                "{date: 2026-03-03, ask: q, by: brian-cho}",
            ],
            {"kit-larsen": [2, 0], "lee-ortiz": [1]},
        ),
        (
            "kit, lee-ortiz",
            ["{date: 2026-03-05, note: n}", entry(4, "lost", "brian-cho"), entry(6, "met", "lee")],
            {"kit-larsen": [], "lee-ortiz": [2], None: [1, 0]},
        ),
    ],
)
def test_lives(takers: str, entries: list[str], expected: dict[str | None, list[int]]) -> None:
    group = taken(takers, *entries)
    found = lives(group, group.referrals["x"])
    assert {life.receiver: [number for number, _ in life.steps] for life in found} == expected
    assert list(expected) == [life.receiver for life in found]


CLOSED_TWICE = [entry(7, "lost", "kit"), entry(9, "won", "lee-ortiz")]


@pytest.mark.parametrize(
    ("takers", "entries", "closed"),
    [
        ("", [], None),
        ("", [entry(5, "lost")], 5),
        ("kit", [entry(5, "stalled"), entry(8, "won"), entry(6, "lost")], 6),
        ("kit, lee", [entry(5, "lost")], None),
        ("kit, lee", [entry(7, "lost", "kit-larsen")], None),
        ("kit, lee", CLOSED_TWICE, 9),
        ("kit, lee", [*CLOSED_TWICE, entry(4, "met")], 9),
        ("kit, k-larsen", CLOSED_TWICE, 7),
    ],
)
def test_until_when_it_is_open(takers: str, entries: list[str], closed: int | None) -> None:
    group = taken(takers, *entries)
    referral = group.referrals["x"]
    assert closed_since(group, referral) == (closed and date(2026, 3, closed))
    for day in range(2, 12):
        asked = date(2026, 3, day)
        assert is_open(group, referral, asked) is (closed is None or day < closed)
        assert is_open(group, as_known_on(referral, asked), asked) is is_open(group, referral, asked)


def test_each_life_ends_by_itself() -> None:
    group = taken("kit, lee", *CLOSED_TWICE, entry(10, "won", "lee"))
    kit, lee = lives(group, group.referrals["x"])
    assert (kit.closed_since, lee.closed_since) == (date(2026, 3, 7), date(2026, 3, 9))
    assert [lee.is_open_on(date(2026, 3, day)) for day in (8, 9)] == [True, False]
