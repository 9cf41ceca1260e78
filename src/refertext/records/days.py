"""Days and times of day: what a text must look like to be one, and what to write if not."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time
from functools import lru_cache
from typing import Annotated

from pydantic_core import PydanticCustomError

from refertext.patterns import pattern
from refertext.records.refusals import wrong
from refertext.records.scalar import parsed

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside are taken for typos."""

_DAY = pattern(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_LONG_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-")
_QUOTES = "\"'`´“”„«»‘’‚‹›"
_DAY_OTHERWISE = pattern(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?\Z", re.ASCII)


@lru_cache(maxsize=4096)
def parse_day(text: str) -> date:
    """A day written YYYY-MM-DD."""
    if _DAY.match(text):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise wrong(f"there is no day {text} in the calendar", "write a day that exists, as YYYY-MM-DD") from None
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            return day
        raise wrong(f"{text} is outside the years {FIRST_YEAR} to {LAST_YEAR}", "write the year that was meant")
    raise wrong(f"“{text}” is not a date", _day_mend(text))


def is_day(text: str) -> bool:
    """Whether a text is a day that can be read."""
    try:
        return bool(parse_day(text))
    except PydanticCustomError:
        return False


def _day_mend(text: str) -> str:
    bare = text.strip(_QUOTES)
    hyphenated = bare.translate(_LONG_DASHES)
    otherwise = _DAY_OTHERWISE.match(hyphenated)
    if otherwise:
        year, month, day = (int(part) for part in otherwise.groups())
        if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            written = f"{year:04}-{month:02}-{day:02}"
            if hyphenated != bare:
                return f"the dashes are the long ones: write {written}"
            return f"the quotes are part of it: write {written}" if bare != text else f"write the date as {written}"
    return "write the date as YYYY-MM-DD, for example 2026-03-05"


Day = Annotated[date, parsed(parse_day, "a date", "2026-03-05", {"type": "string", "format": "date"})]

_TIME = pattern(r"([01]?\d|2[0-3]):([0-5]\d)\Z", re.ASCII)


def parse_time(text: str) -> time:
    """A time of day written HH:MM, in 24 hours."""
    match = _TIME.match(text)
    if not match:
        raise wrong(f"“{text}” is not a time of day", "write hours and minutes in 24 hours, for example 07:30")
    return time(int(match[1]), int(match[2]))


TimeOfDay = Annotated[
    time,
    parsed(parse_time, "a time of day", "07:30", {"type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"}),
]
