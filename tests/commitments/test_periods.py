"""Which windows a commitment is judged in, on days whose neighbours are looked up in a calendar."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from agreed import commitment, span
from refertext.commitments.periods import (
    MOST_PERIODS,
    begun,
    first_complete,
    gone,
    is_in_meetings,
    is_past_the_middle,
    judged,
    judged_in_meetings,
    running,
)
from small import day, window

WEDNESDAY, SUNDAY = "03-11", "03-15"


@pytest.mark.parametrize(
    ("written", "on", "expected", "periods"),
    [
        ("per: week", WEDNESDAY, "03-02..03-08", 1),
        ("per: week", SUNDAY, "03-09..03-15", 1),
        ("per: week, over: 13 weeks", WEDNESDAY, "2025-12-08..03-08", 13),
        ("per: week, over: 2 months", WEDNESDAY, "01-01..02-28", Fraction(59, 7)),
        ("per: day", WEDNESDAY, "03-11..03-11", 1),
        ("per: day, over: 30 days", WEDNESDAY, "02-10..03-11", 30),
        ("per: month", WEDNESDAY, "02-01..02-28", 1),
        ("per: month", "03-31", "03-01..03-31", 1),
        ("per: month, over: 3 months", WEDNESDAY, "2025-12-01..02-28", 3),
        # 24 days of December, January and February, 8 days of March
        ("per: month, over: 13 weeks", WEDNESDAY, "2025-12-08..03-08", Fraction(24, 31) + 2 + Fraction(8, 31)),
        ("per: quarter", WEDNESDAY, "2025-12-01..02-28", 1),
        ("per: quarter, over: 2 quarters", WEDNESDAY, "2025-09-01..02-28", 2),
        ("per: half-year", WEDNESDAY, "2025-09-01..02-28", 1),
        ("per: year", WEDNESDAY, "2025-03-01..02-28", 1),
        ("per: month, over: 2 years", WEDNESDAY, "2024-03-01..02-28", 24),
        ("over: 26 weeks", WEDNESDAY, "2025-09-11..03-11", None),
        ("over: 6 months", "03-31", "2025-10-01..03-31", None),
        ("over: 1 month", "02-28", "02-01..02-28", None),
        ("over: 1 month", "03-30", "02-28..03-30", None),
    ],
)
def test_one_window(written: str, on: str, expected: str, periods: Fraction | int | None) -> None:
    (one,) = judged(commitment(f"measure: absences, {written}"), day(on))
    assert (span(one.window), one.periods) == (expected, periods)


@pytest.mark.parametrize(
    ("written", "on", "expected"),
    [
        ("every: month", WEDNESDAY, "02-01..02-28"),
        ("every: month", "03-30", "02-01..02-28"),
        ("every: month", "03-31", "03-01..03-31"),
        ("every: quarter", WEDNESDAY, "2025-10-01..2025-12-31"),
        ("every: half-year", WEDNESDAY, "2025-07-01..2025-12-31"),
        ("every: year", WEDNESDAY, "2025-01-01..2025-12-31"),
        ("every: week", SUNDAY, "03-09..03-15"),
        ("every: day", WEDNESDAY, "03-11..03-11"),
        ("every: month, over: 3 months", WEDNESDAY, "2025-12-01..2025-12-31 01-01..01-31 02-01..02-28"),
        ("every: week, over: 3 weeks", WEDNESDAY, "02-16..02-22 02-23..03-01 03-02..03-08"),
        # the last complete one is always among them, whatever the day
        ("every: month, over: 13 weeks", "02-28", "2025-12-01..2025-12-31 01-01..01-31 02-01..02-28"),
        ("every: quarter, over: 4 weeks", WEDNESDAY, "2025-10-01..2025-12-31"),
        ("every: quarter, over: 4 meetings", WEDNESDAY, "2025-10-01..2025-12-31"),
        ("per: week, every: month", WEDNESDAY, "02-01..02-28"),
        ("at_most: 1", WEDNESDAY, ""),
        ("over: 4 meetings", WEDNESDAY, ""),
        ("per: week, over: 4 meetings", WEDNESDAY, ""),
    ],
)
def test_windows(written: str, on: str, expected: str) -> None:
    found = judged(commitment(f"measure: absences, {written}"), day(on))
    assert " ".join(span(one.window) for one in found) == expected


def test_every_week_of_some_months_reaches_up_to_yesterday() -> None:
    found = judged(commitment("measure: absences, every: week, over: 3 months"), day(WEDNESDAY))
    assert (len(found), span(found[0].window), span(found[-1].window)) == (12, "2025-12-15..2025-12-21", "03-02..03-08")


def test_ten_years_of_weeks_are_enough() -> None:
    found = judged(commitment("measure: absences, every: day, over: 100 years"), day(WEDNESDAY))
    assert (len(found), span(found[-1].window)) == (MOST_PERIODS, "03-11..03-11")


@pytest.mark.parametrize(
    ("written", "days", "expected"),
    [
        ("over: 3 meetings", "03-05 03-12", ""),
        ("over: 3 meetings", "02-19 02-26 03-05 03-12", "02-26..03-15"),
        ("over: 1 meeting", "03-12", "03-12..03-15"),
        ("over: 2 meetings", "03-12 03-12", "03-12..03-15"),
    ],
)
def test_windows_in_meetings(written: str, days: str, expected: str) -> None:
    one = commitment(f"measure: absences, {written}")
    assert is_in_meetings(one)
    found = judged_in_meetings(one, day(SUNDAY), [day(on) for on in days.split()])
    assert " ".join(span(one.window) for one in found) == expected


def test_a_rate_over_meetings_counts_the_weeks_since_the_first_of_them() -> None:
    one = commitment("measure: visitors, per: week, over: 2 meetings")
    (found,) = judged_in_meetings(one, day(SUNDAY), [day("03-05"), day("03-12")])
    assert (span(found.window), found.periods) == ("03-05..03-15", Fraction(11, 7))


@pytest.mark.parametrize(
    ("written", "on", "period", "coming"),
    [
        ("per: week", WEDNESDAY, "03-09..03-15", "03-09..03-15"),
        ("per: week", SUNDAY, "03-16..03-22", "03-16..03-22"),
        ("per: week, over: 13 weeks", WEDNESDAY, "03-09..03-15", "2025-12-15..03-15"),
        ("per: quarter", WEDNESDAY, "03-01..03-31", "01-01..03-31"),
        ("per: quarter, over: 26 weeks", WEDNESDAY, "03-09..03-15", "2025-09-15..03-15"),
        ("every: quarter", WEDNESDAY, "01-01..03-31", "01-01..03-31"),
        ("every: quarter, over: 12 months", WEDNESDAY, "01-01..03-31", "01-01..03-31"),
        ("every: year", "12-31", "2027-01-01..2027-12-31", "2027-01-01..2027-12-31"),
    ],
)
def test_what_is_running(written: str, on: str, period: str, coming: str) -> None:
    found = running(commitment(f"measure: absences, {written}"), day(on))
    assert found
    assert (span(found.period), span(found.next.window)) == (period, coming)


@pytest.mark.parametrize("written", ["over: 26 weeks", "over: 4 meetings", "per: week, over: 4 meetings", "at_most: 1"])
def test_what_rolls_has_no_running_period(written: str) -> None:
    assert running(commitment(f"measure: absences, {written}"), day(WEDNESDAY)) is None


@pytest.mark.parametrize(
    ("written", "start", "expected"),
    [
        ("every: quarter", "01-01", "03-31"),
        ("every: quarter", "01-02", "06-30"),
        ("per: week", "03-09", "03-15"),
        ("per: week", "03-10", "03-22"),
        ("per: day", "03-10", "03-10"),
        ("per: quarter", "02-01", "04-30"),
        ("per: quarter", "02-05", "05-31"),
        ("per: year", "02-05", "2027-02-28"),
        ("over: 6 months", "01-15", "07-14"),
        ("over: 4 meetings", "01-15", "01-15"),
    ],
)
def test_the_first_complete_period(written: str, start: str, expected: str) -> None:
    assert first_complete(commitment(f"measure: absences, {written}"), day(start)) == day(expected)


@pytest.mark.parametrize(
    ("written", "forgotten", "since", "expected"),
    [
        ("over: 26 weeks", "01-01", WEDNESDAY, "07-02"),
        ("over: 1 month", "01-31", "02-01", "02-28"),
        ("over: 1 month", "01-28", "02-01", "02-28"),
        ("over: 1 month", "02-28", "03-01", "03-31"),  # the month that ends on 03-30 begins on 02-28
        ("over: 1 month", "2025-01-01", WEDNESDAY, "03-12"),
        ("per: week, over: 13 weeks", WEDNESDAY, WEDNESDAY, "06-14"),
        ("per: quarter", "01-15", WEDNESDAY, "04-30"),
        ("per: month", "03-01", WEDNESDAY, "04-30"),
        ("every: quarter", "2025-10-01", WEDNESDAY, "03-31"),
        ("every: quarter", "01-01", WEDNESDAY, "06-30"),
        ("every: quarter, over: 12 months", "2025-10-01", WEDNESDAY, "12-31"),
        ("every: quarter, over: 6 weeks", "01-01", "04-10", "06-30"),
    ],
)
def test_when_a_day_is_gone(written: str, forgotten: str, since: str, expected: str) -> None:
    one = commitment(f"measure: absences, {written}")
    assert gone(one, day(forgotten), day(since)) == day(expected)


@pytest.mark.parametrize("written", ["over: 5 weeks", "over: 2 months", "per: month, over: 10 weeks", "per: quarter"])
def test_a_day_is_gone_when_it_is_in_no_window_any_more(written: str) -> None:
    one = commitment(f"measure: absences, {written}")
    for number in range(1, 32):
        forgotten = date(2026, 1, number)
        end = gone(one, forgotten, forgotten)
        assert forgotten not in judged(one, end)[0].window
        before = begun(one, end).toordinal() - 1
        assert judged(one, date.fromordinal(before))[0].window.first <= forgotten


@pytest.mark.parametrize(
    ("written", "on", "expected"),
    [("over: 2 months", "06-14", "06-14"), ("per: week", "06-14", "06-08"), ("every: quarter", "03-31", "01-01")],
)
def test_the_first_day_of_the_period_that_ends(written: str, on: str, expected: str) -> None:
    assert begun(commitment(f"measure: absences, {written}"), day(on)) == day(expected)


@pytest.mark.parametrize(
    ("first", "last", "on", "expected"),
    [
        ("03-09", "03-15", "03-11", False),
        ("03-09", "03-15", "03-12", True),
        ("04-01", "04-30", "04-15", False),
        ("04-01", "04-30", "04-16", True),
        ("03-16", "03-22", "03-15", False),
    ],
)
def test_past_the_middle(first: str, last: str, on: str, expected: bool) -> None:
    assert is_past_the_middle(window(first, last), day(on)) is expected
