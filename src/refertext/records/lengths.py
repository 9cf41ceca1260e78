"""Lengths of time: what a text must look like to be one, and what to write if not."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Literal

from refertext.patterns import pattern
from refertext.records.refusals import wrong
from refertext.records.scalar import parsed

_DAYS = {"days": 1, "weeks": 7}
_ROUGHLY_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365, "meeting": 1}
_LONGEST_DAYS = 36_500
_MONTHS = {"months": 1, "quarters": 3, "years": 12}
_DURATION = pattern(r"(\d{1,4}) ?(day|week|month|quarter|year|meeting)s?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, such as 6 months or 4 meetings."""

    count: int
    unit: str

    def after(self, day: date) -> date:
        """The day this long after a day; where a month is too short, its last day. Meetings are no fixed length."""
        if self.unit in _DAYS:
            return day + timedelta(days=self.count * _DAYS[self.unit])
        month = day.year * 12 + day.month - 1 + self.count * _MONTHS[self.unit]
        year, month = divmod(month, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

    def __str__(self) -> str:
        """As it is written: `1 month`, `6 months`."""
        return f"{self.count} {self.unit if self.count != 1 else self.unit.removesuffix('s')}"


def parse_duration(text: str) -> Duration:
    """A length of time written as number and unit."""
    match = _DURATION.match(text)
    if match and int(match[1]) * _ROUGHLY_DAYS[match[2]] > _LONGEST_DAYS:
        raise wrong(f"“{text}” is more than a hundred years", "write a shorter time, for example 6 months")
    if not match or int(match[1]) == 0:
        raise wrong(
            f"“{text}” is not a length of time",
            "write a number and a unit, for example 6 months, 13 weeks or 60 days",
        )
    return Duration(int(match[1]), match[2] + "s")


Length = Annotated[
    Duration,
    parsed(
        parse_duration,
        "a length of time",
        "6 months",
        {"type": "string", "pattern": "^[0-9]{1,4} ?(day|week|month|quarter|year|meeting)s?$"},
    ),
]


def parse_calendar_length(text: str) -> Duration:
    """A length of time that the calendar knows, so not in meetings."""
    duration = parse_duration(text)
    if duration.unit == "meetings":
        raise wrong(f"“{text}” cannot be found in a calendar", "write days, weeks, months, quarters or years")
    return duration


CalendarLength = Annotated[
    Duration,
    parsed(
        parse_calendar_length,
        "a length of time",
        "6 months",
        {"type": "string", "pattern": "^[0-9]{1,4} ?(day|week|month|quarter|year)s?$"},
    ),
]

Period = Literal["day", "week", "month", "quarter", "half-year", "year"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
