"""The times of a membership, and the days of it that count, against a look at every single day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refertext.group.memberships import (
    Stretches,
    common_stretches,
    counted_days,
    counted_stretches,
    days_within,
    present_since,
    times,
)
from refertext.records import Member
from refertext.records.member import Leave, Left, Membership
from small import day, member, small

START = date(2026, 1, 1)
Span = tuple[date, date]

days = st.integers(0, 60).map(lambda number: START + timedelta(days=number))
spans = st.tuples(days, days)


@st.composite
def people(draw: st.DrawFn) -> Member:
    """Members with any times and leaves, overlapping and backwards ones too."""
    left = draw(st.none() | days)
    return Member(
        name="Kit",
        business="B",
        joined=draw(st.none() | days),
        left=Left(date=left) if left else None,
        earlier=tuple(Membership(joined=one, left=other) for one, other in draw(st.lists(spans, max_size=3))),
        leave=tuple(Leave(from_=one, until=other) for one, other in draw(st.lists(spans, max_size=3))),
    )


def each_day(first: date, last: date) -> Sequence[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def counts(one: Member, on: date) -> bool:
    return one.was_member_on(on) and not one.was_on_leave_on(on)


@given(st.lists(people(), max_size=3), days, days)
def test_counted_days_are_counted_one_by_one(members: Sequence[Member], first: date, last: date) -> None:
    expected = sum(all(counts(one, on) for one in members) for on in each_day(first, last))
    assert counted_days(members, first, last) == expected


@given(people())
def test_stretches_hold_the_days_that_count_and_no_others(one: Member) -> None:
    stretches = counted_stretches(one)
    for on in each_day(START - timedelta(days=2), START + timedelta(days=70)):
        assert sum(first <= on <= last for first, last in stretches) == counts(one, on)


@given(people())
def test_one_is_present_since_the_first_day_of_a_time_that_holds_the_day(one: Member) -> None:
    for on in each_day(START, START + timedelta(days=61)):
        since = present_since(one, on)
        assert (since is not None) == one.was_member_on(on)
        assert since is None or (since <= on and any(time.joined == since for time in times(one)))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("01-01..01-31", "01-10..02-10", "01-10..01-31"),
        ("01-01..01-31", "02-01..02-10", ""),
        ("01-01..01-31", "01-31..02-10", "01-31..01-31"),
        ("01-01..01-10 01-20..01-31", "01-05..01-25", "01-05..01-10 01-20..01-25"),
        ("", "01-01..01-31", ""),
    ],
)
def test_what_two_have_in_common(one: str, other: str, expected: str) -> None:
    assert common_stretches(written(one), written(other)) == written(expected)


def written(text: str) -> Stretches:
    pairs = (part.split("..") for part in text.split())
    return tuple((day(first), day(last)) for first, last in pairs)


def test_a_membership_without_end_counts_for_ever() -> None:
    kit = small(member("kit", "01-10")).group.members["kit"]
    assert counted_stretches(kit) == ((day("01-10"), date.max),)
    assert days_within(counted_stretches(kit), date.min, day("01-31")) == 22


def test_overlapping_times_count_once() -> None:
    kit = small(member("kit", "02-01", earlier=[("01-01", "02-10")])).group.members["kit"]
    assert counted_days([kit], day("01-01"), day("02-28")) == 59
