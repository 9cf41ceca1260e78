"""Ranges of days, and the periods of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refertext.measures.window import ONE_DAY, Window, complete_periods, last_year, period_of, periods_in, rolling
from refertext.records.lengths import Period, parse_duration
from small import window

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
PERIODS = st.sampled_from(("day", "week", "month", "quarter", "half-year", "year"))


@pytest.mark.parametrize(
    ("one", "days"),
    [
        (window("03-01", "03-31"), 31),
        (window("03-01", "03-01"), 1),
        (window("2024-02-01", "2024-03-01"), 30),
        (window("03-02", "03-01"), 0),
        (window("03-31", "03-01"), 0),
    ],
)
def test_days(one: Window, days: int) -> None:
    assert one.days == days


def test_both_ends_belong_to_it() -> None:
    march = window("03-01", "03-31")
    inside = [march.first, date(2026, 3, 15), march.last]
    outside = [march.first - ONE_DAY, march.last + ONE_DAY]
    assert [day in march for day in inside + outside] == [True] * 3 + [False] * 2
    assert march.first not in window("03-02", "03-01")


def test_as_it_is_said() -> None:
    assert str(window("03-01", "04-15")) == "2026-03-01 to 2026-04-15"


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (window("03-01", "03-31"), window("03-10", "04-10"), window("03-10", "03-31")),
        (window("03-01", "03-31"), window("03-10", "03-20"), window("03-10", "03-20")),
        (window("03-01", "03-31"), window("03-31", "04-10"), window("03-31", "03-31")),
        (window("03-01", "03-10"), window("03-20", "03-31"), window("03-20", "03-10")),
    ],
)
def test_days_that_both_have(one: Window, other: Window, both: Window) -> None:
    assert one.within(other) == other.within(one) == both


@pytest.mark.parametrize(
    ("length", "last", "first"),
    [
        ("1 day", "2026-11-20", "2026-11-20"),
        ("30 days", "2026-11-20", "2026-10-22"),
        ("1 week", "2026-11-20", "2026-11-14"),
        ("26 weeks", "2026-11-20", "2026-05-23"),
        ("1 month", "2026-11-20", "2026-10-21"),
        ("6 months", "2026-11-20", "2026-05-21"),
        ("2 quarters", "2026-11-20", "2026-05-21"),
        ("6 months", "2026-08-31", "2026-03-01"),
        ("1 month", "2026-02-28", "2026-02-01"),
        ("1 month", "2026-03-30", "2026-02-28"),
        ("1 month", "2024-03-30", "2024-02-29"),
        ("1 month", "2026-03-31", "2026-03-01"),
        ("12 months", "2026-12-31", "2026-01-01"),
        ("1 year", "2024-02-29", "2023-03-01"),
        ("1 year", "2025-02-28", "2024-03-01"),
        ("1 year", "2025-02-27", "2024-02-28"),
    ],
)
def test_rolling(length: str, last: str, first: str) -> None:
    assert rolling(parse_duration(length), date.fromisoformat(last)) == window(first, last)


def test_last_year() -> None:
    assert last_year(date(2026, 11, 20)) == window("2025-11-21", "2026-11-20")


@pytest.mark.parametrize(
    ("day", "period", "expected"),
    [
        ("2026-03-05", "day", ("2026-03-05", "2026-03-05")),
        ("2026-03-05", "week", ("2026-03-02", "2026-03-08")),
        ("2026-03-02", "week", ("2026-03-02", "2026-03-08")),
        ("2026-03-08", "week", ("2026-03-02", "2026-03-08")),
        ("2026-01-01", "week", ("2025-12-29", "2026-01-04")),
        ("2026-02-28", "month", ("2026-02-01", "2026-02-28")),
        ("2024-02-10", "month", ("2024-02-01", "2024-02-29")),
        ("2026-12-31", "month", ("2026-12-01", "2026-12-31")),
        ("2026-03-31", "quarter", ("2026-01-01", "2026-03-31")),
        ("2026-04-01", "quarter", ("2026-04-01", "2026-06-30")),
        ("2026-12-01", "quarter", ("2026-10-01", "2026-12-31")),
        ("2026-06-30", "half-year", ("2026-01-01", "2026-06-30")),
        ("2026-07-01", "half-year", ("2026-07-01", "2026-12-31")),
        ("2026-07-01", "year", ("2026-01-01", "2026-12-31")),
    ],
)
def test_period_of(day: str, period: Period, expected: tuple[str, str]) -> None:
    assert period_of(date.fromisoformat(day), period) == window(*expected)


@pytest.mark.parametrize(
    ("period", "count", "day", "expected"),
    [
        ("day", 1, "2026-03-05", ("2026-03-05", "2026-03-05")),
        ("day", 7, "2026-03-05", ("2026-02-27", "2026-03-05")),
        ("week", 1, "2026-03-05", ("2026-02-23", "2026-03-01")),
        ("week", 1, "2026-03-07", ("2026-02-23", "2026-03-01")),
        ("week", 1, "2026-03-08", ("2026-03-02", "2026-03-08")),
        ("week", 13, "2026-03-05", ("2025-12-01", "2026-03-01")),
        ("month", 1, "2026-03-30", ("2026-02-01", "2026-02-28")),
        ("month", 1, "2026-03-31", ("2026-03-01", "2026-03-31")),
        ("month", 3, "2026-01-15", ("2025-10-01", "2025-12-31")),
        ("quarter", 1, "2026-11-20", ("2026-07-01", "2026-09-30")),
        ("quarter", 4, "2026-09-30", ("2025-10-01", "2026-09-30")),
        ("half-year", 1, "2026-06-29", ("2025-07-01", "2025-12-31")),
        ("half-year", 2, "2026-06-30", ("2025-07-01", "2026-06-30")),
        ("year", 1, "2026-12-30", ("2025-01-01", "2025-12-31")),
        ("year", 2, "2026-12-31", ("2025-01-01", "2026-12-31")),
    ],
)
def test_complete_periods(period: Period, count: int, day: str, expected: tuple[str, str]) -> None:
    assert complete_periods(period, count, date.fromisoformat(day)) == window(*expected)


@pytest.mark.parametrize(
    ("one", "period", "expected"),
    [
        (window("03-01", "03-03"), "day", [("03-01", "03-01"), ("03-02", "03-02"), ("03-03", "03-03")]),
        (window("03-02", "03-15"), "week", [("03-02", "03-08"), ("03-09", "03-15")]),
        (window("03-03", "03-15"), "week", [("03-09", "03-15")]),
        (window("03-03", "03-14"), "week", []),
        (window("01-31", "04-29"), "month", [("02-01", "02-28"), ("03-01", "03-31")]),
        (window("01-01", "04-30"), "quarter", [("01-01", "03-31")]),
        (window("2025-12-31", "2026-12-31"), "half-year", [("01-01", "06-30"), ("07-01", "12-31")]),
        (window("01-02", "12-31"), "year", []),
        (window("03-03", "03-02"), "day", []),
        (window("03-31", "03-01"), "month", []),
    ],
)
def test_periods_in(one: Window, period: Period, expected: list[tuple[str, str]]) -> None:
    assert periods_in(one, period) == [window(*ends) for ends in expected]


@given(DAYS, PERIODS)
def test_periods_follow_each_other_without_gaps(day: date, period: Period) -> None:
    here = period_of(day, period)
    assert day in here
    assert period_of(here.first, period) == period_of(here.last, period) == here
    assert period_of(here.last + ONE_DAY, period).first == here.last + ONE_DAY
    assert periods_in(here, period) == [here]


@given(DAYS, PERIODS, st.integers(1, 30))
def test_complete_periods_are_whole_and_the_last_ones(day: date, period: Period, count: int) -> None:
    found = complete_periods(period, count, day)
    assert found.last <= day < period_of(found.last + ONE_DAY, period).last
    assert len(periods_in(found, period)) == count
    assert found.first == periods_in(found, period)[0].first
    assert found.last == periods_in(found, period)[-1].last


@given(DAYS, st.integers(1, 60), st.sampled_from(("days", "weeks", "months", "quarters", "years")))
def test_a_day_later_a_rolling_window_begins_no_earlier(day: date, count: int, unit: str) -> None:
    length = parse_duration(f"{count} {unit}")
    today, tomorrow = rolling(length, day), rolling(length, day + timedelta(days=1))
    assert today.first <= today.last
    assert today.first <= tomorrow.first
