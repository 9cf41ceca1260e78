"""Windows: ranges of days in which something is counted, both ends included; and the periods of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from refertext.records.lengths import Duration, Period

ONE_DAY = timedelta(days=1)
EARLY = 28
"""Days before which nobody is judged: not by commitments or scores, of which only some count, nor by signs of drifting
away.
"""
A_YEAR = Duration(12, "months")
"""What is looked at where nothing else is said."""
_MONTHS: dict[Period, int] = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
PERIODS: dict[str, Period] = {
    "days": "day",
    "weeks": "week",
    "months": "month",
    "quarters": "quarter",
    "years": "year",
}
"""The period of the calendar that a unit of lengths counts."""


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """The days from `first` to `last`, both included; none where `last` comes before `first`."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days."""
        return max((self.last - self.first).days + 1, 0)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        """As it is said: `2026-05-21 to 2026-11-20`."""
        return f"{self.first} to {self.last}"

    def within(self, other: Window) -> Window:
        """The days that both have."""
        return Window(max(self.first, other.first), min(self.last, other.last))


def last_year(day: date) -> Window:
    """The twelve months that end with a day."""
    return rolling(A_YEAR, day)


def rolling(length: Duration, last: date) -> Window:
    """The window of a length that ends with a day; lengths in meetings are no matter of the calendar."""
    back = Duration(-length.count, length.unit)
    return Window(back.after(last + ONE_DAY), last)


def period_of(day: date, period: Period) -> Window:
    """The day, ISO week, calendar month, quarter, half-year or year that a day belongs to."""
    if period == "day":
        return Window(day, day)
    if period == "week":
        monday = day - timedelta(days=day.weekday())
        return Window(monday, monday + timedelta(days=6))
    months = _MONTHS[period]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Window(first, Duration(months, "months").after(first) - ONE_DAY)


def complete_periods(period: Period, count: int, day: date) -> Window:
    """The last so many periods that are complete at the end of a day, as one window."""
    last = period_of(day + ONE_DAY, period).first - ONE_DAY
    if period in ("day", "week"):
        return rolling(Duration(count, f"{period}s"), last)
    return rolling(Duration(count * _MONTHS[period], "months"), last)


def periods_in(window: Window, period: Period) -> list[Window]:
    """The periods that lie wholly in a window, in order."""
    found = []
    current = period_of(window.first, period)
    if current.first < window.first:
        current = period_of(current.last + ONE_DAY, period)
    while current.last <= window.last:
        found.append(current)
        current = period_of(current.last + ONE_DAY, period)
    return found
