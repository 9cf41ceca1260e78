"""Days as people write them in a slip: 03-04, 2026-03-04, March 4, yesterday."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from refertext.patterns import pattern
from refertext.records.days import FIRST_YEAR, LAST_YEAR
from refertext.slips.piece import Piece
from refertext.slips.slip import UnclearError, unclear

_FAR = timedelta(days=183)
"""How far a day may be away that is written without its year: further, it is rather a slip of the pen."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEARS = 9
"""Within them every day of the calendar comes up once, February 29 too."""
_DASH = r"[-\u2010-\u2015\u2212]"
DAY = (
    rf"(?:\d{{4}}{_DASH}\d{{2}}{_DASH}\d{{2}}|\d{{2}}{_DASH}\d{{2}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH}|today|yesterday)"
)
"""A day, as a part of a pattern that disregards case."""
DAYISH = r"(?:\d{1,4}[-/.\u2010-\u2015]\d{1,2}(?:[-/.\u2010-\u2015]\d{1,4})?)"
"""What somebody meant for a day, too."""

_SHORT = pattern(rf"(\d{{2}}){_DASH}(\d{{2}})")
_LONG = pattern(rf"(\d{{4}}){_DASH}(\d{{2}}){_DASH}(\d{{2}})")
_NAMED = pattern(rf"(?:(\d{{1,2}})\D*?\s)?(?:of\s+)?({_MONTH})(?:\s+(\d{{1,2}}))?.*", re.IGNORECASE)
_AS_PATTERN = pattern(DAY, re.IGNORECASE)
_ODD = pattern(r"(\d{1,2})[-/.\u2010-\u2015](\d{1,2})(?:[-/.\u2010-\u2015](?:\d{4}|\d{2}))?\.?")


def day_before(piece: Piece, day: date) -> date:
    """The day that is meant: of a month and a day the latest up to a day. UnclearError for later days, and for those
    that would lie further back than people mean.
    """
    month, number, year = _parts(piece, day)
    meant = _in_some_year(piece, month, number, year, range(day.year, day.year - _YEARS, -1), lambda then: then <= day)
    if meant > day:
        raise unclear(f"{meant} is after {day}, the day of this log", "write the day on which it happened", piece)
    return _near(piece, meant, day) if year is None else meant


def day_from(piece: Piece, first: date, day: date) -> date:
    """The day that is meant, from some first day on, in the log of a day: of a month and a day the next one.

    UnclearError for earlier days, and for those that would lie further ahead than people mean.
    """
    month, number, year = _parts(piece, day)
    meant = _in_some_year(piece, month, number, year, range(day.year, day.year + _YEARS), lambda then: then >= first)
    if meant < first:
        said = f"{meant} is {'before' if meant < day else 'not after'} {day}, the day of this log"
        raise unclear(said, "write a day that is to come", piece)
    return _near(piece, meant, day) if year is None else meant


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


def _in_some_year(
    piece: Piece, month: int, number: int, year: int | None, years: range, fits: Callable[[date], bool]
) -> date:
    """The day in the year that is written, else in the first one in which it fits; UnclearError where it is none."""
    if year is not None:
        meant = _exact(piece, year, month, number)
    else:
        meant = next((then for one in years if (then := _day(one, month, number)) and fits(then)), None)
    if meant is None:
        raise unclear(
            f"There is no day {piece.text} in the calendar", "write a day that exists, month first, as in 03-04", piece
        )
    return meant


def _near(piece: Piece, meant: date, day: date) -> date:
    if abs(meant - day) > _FAR:
        raise unclear(f"“{piece.text}” would be {meant}", f"write {meant} if that is meant, or correct the day", piece)
    return meant


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
