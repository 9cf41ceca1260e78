"""Days as people write them in a slip: 03-04, 2026-03-04, March 4, yesterday."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from refertext.records.types import FIRST_YEAR, LAST_YEAR
from refertext.slips.piece import Piece
from refertext.slips.slip import UnclearError, unclear

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DASH = r"[-\u2010-\u2015\u2212]"
DAY = (
    rf"(?:\d{{4}}{_DASH}\d{{2}}{_DASH}\d{{2}}|\d{{2}}{_DASH}\d{{2}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH}|today|yesterday)"
)
"""A day, as a part of a pattern that disregards case."""
DAYISH = r"(?:\d{1,4}[-/.\u2010-\u2015]\d{1,2}(?:[-/.\u2010-\u2015]\d{1,4})?)"
"""What somebody meant for a day, too."""

_SHORT = re.compile(rf"(\d{{2}}){_DASH}(\d{{2}})")
_LONG = re.compile(rf"(\d{{4}}){_DASH}(\d{{2}}){_DASH}(\d{{2}})")
_NAMED = re.compile(rf"(?:(\d{{1,2}})\D*?\s)?(?:of\s+)?({_MONTH})(?:\s+(\d{{1,2}}))?.*", re.IGNORECASE)
_AS_PATTERN = re.compile(DAY, re.IGNORECASE)
_ODD = re.compile(r"(\d{1,2})[-/.\u2010-\u2015](\d{1,2})\.?")


def day_before(piece: Piece, day: date) -> date:
    """The day that is meant: of a month and a day the latest up to a day. UnclearError for later days."""
    month, number, year = _parts(piece, day)
    meant = (
        _in_year(month, number, range(day.year, day.year - 9, -1), day)
        if year is None
        else _exact(piece, year, month, number)
    )
    if meant is None:
        raise _no_such_day(piece)
    if meant > day:
        raise unclear(f"{meant} is after {day}, the day of this log", "write the day on which it happened", piece)
    return meant


def day_after(piece: Piece, day: date) -> date:
    """The day that is meant: of a month and a day the first from a day on."""
    month, number, year = _parts(piece, day)
    if year is not None:
        meant = _exact(piece, year, month, number)
    else:
        years = range(day.year, day.year + 9)
        meant = next((then for one in years if (then := _day(one, month, number)) and then >= day), None)
    if meant is None:
        raise _no_such_day(piece)
    if meant < day:
        raise unclear(f"{meant} is before {day}, the day of this log", "write a day that is to come", piece)
    return meant


def _parts(piece: Piece, day: date) -> tuple[int, int, int | None]:
    """Month, day of the month, and the year where it is written."""
    text = piece.text.casefold()
    if text in ("today", "yesterday"):
        meant = day if text == "today" else day - timedelta(days=1)
        return meant.month, meant.day, meant.year
    if found := _LONG.fullmatch(text):
        return int(found[2]), int(found[3]), int(found[1])
    if found := _SHORT.fullmatch(text):
        return int(found[1]), int(found[2]), None
    if _AS_PATTERN.fullmatch(text) and (found := _NAMED.fullmatch(text)):
        return _MONTHS.index(found[2][:3]) + 1, int(found[1] or found[3]), None
    raise no_day(piece)


def no_day(piece: Piece) -> UnclearError:
    """The error for what is not written as a day; where it can mean two, both are shown."""
    return unclear(f"“{piece.text}” is no day", _mend(piece.text), piece)


def _mend(text: str) -> str:
    found = _ODD.fullmatch(text)
    if found:
        one, other = int(found[1]), int(found[2])
        readings = [
            f"{month:02}-{number:02}"
            for month, number in dict.fromkeys([(one, other), (other, one)])
            if _day(2024, month, number)
        ]
        if readings:
            return f"write the month first, two digits each: {' or '.join(readings)}"
    return "write month and day with two digits each, for example 03-04, or the whole day, 2026-03-04"


def _in_year(month: int, number: int, years: range, day: date) -> date | None:
    return next((then for year in years if (then := _day(year, month, number)) and then <= day), None)


def _exact(piece: Piece, year: int, month: int, number: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise unclear(
            f"{piece.text} is outside the years {FIRST_YEAR} to {LAST_YEAR}", "write the year that was meant", piece
        )
    return _day(year, month, number)


def _day(year: int, month: int, number: int) -> date | None:
    if 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]:
        return date(year, month, number)
    return None


def _no_such_day(piece: Piece) -> Exception:
    return unclear(
        f"There is no day {piece.text} in the calendar", "write a day that exists, month first, as in 03-04", piece
    )
