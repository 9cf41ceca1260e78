"""Days as people say them, and sentences of which the days are said so."""

from __future__ import annotations

import re
from datetime import date

from refertext.patterns import pattern

_DAY = r"\d{4}-\d\d-\d\d(?![\w-])"
_DAYS = pattern(rf"(?<![\w/-])(?<!: )({_DAY})(?: to ({_DAY}))?")


def said_day(day: date) -> str:
    """A day in words: `Thursday 5 March 2026`."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def short_day(day: date) -> str:
    """A day in short: `5 Mar 2026`."""
    return f"{day.day} {day:%b} {day.year}"


def in_days(sentence: str) -> str:
    """A sentence with its days in short: `23 May to 20 Nov 2026`. A day behind a colon stays: it is what to write."""
    return _DAYS.sub(_said, sentence)


def _said(found: re.Match[str]) -> str:
    try:
        days = [date.fromisoformat(one) for one in found.groups() if one]
    except ValueError:  # no day that there is
        return found[0]
    first, last = days[0], days[-1]
    if len(days) == 1:
        return short_day(first)
    return f"{f'{first.day} {first:%b}' if first.year == last.year else short_day(first)} to {short_day(last)}"
