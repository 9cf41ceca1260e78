"""The types of single values: what a text must look like to be a date, an amount, an id, and what to write if not.

Every scalar arrives as text, so each type is a strict parser of its own; pydantic puts them together. A parser that
refuses a value raises `wrong(sentence, mend)`; the sentence is for sales people.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from refertext.problem import Path
from refertext.records.lists import list_mend

T = TypeVar("T")

CLOSED = ConfigDict(extra="forbid")
"""What every record and block of a record is: no keys but its own."""

MOST_OF_A_FEW = 60
"""How many services, clients, places a seat may name."""
LONGEST_TEXT = 2_000
"""Of a value; a record's own text may be as long as its file."""
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside are taken for typos."""

_SCALAR = {"type": ["string", "number", "boolean"]}  # editors read YAML 1.2, where 2139 is a number


def wrong(said: str, mend: str) -> PydanticCustomError:
    """The refusal of a value: why in words, and what to write."""
    return PydanticCustomError("wrong_value", "{said}", {"said": said, "mend": mend})


def wrong_key(said: str, mend: str) -> PydanticCustomError:
    """The refusal of the key itself."""
    return PydanticCustomError("wrong_key", "{said}", {"said": said, "mend": mend})


def misshapen(expected: str, found: object, mend: str) -> PydanticCustomError:
    """The refusal of a list where a text belongs, and the like."""
    return PydanticCustomError(
        "wrong_shape", "{said}", {"said": f"{expected} belongs here, not {shape(found)}", "mend": mend}
    )


def several(faults: Sequence[tuple[Path, PydanticCustomError]]) -> PydanticCustomError:
    """The refusal of several things inside a value, each with the path to it from there."""
    return PydanticCustomError("several", "{faults}", {"faults": faults})


def shape(value: object) -> str:
    """What a plain value is, in words."""
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return "a list"
    return "a block of keys" if isinstance(value, dict) else "plain text"


def _parsed(parse: Callable[[str], T], expected: str, example: str) -> BeforeValidator:
    """A validator that hands texts to a strict parser and refuses everything else."""

    def validate(value: object) -> T:
        if not isinstance(value, str):
            raise misshapen(expected, value, f"write one, for example {example}")
        return parse(value)

    return BeforeValidator(validate)


# Days

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_LONG_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-")
_QUOTES = "\"'`´“”„«»‘’‚‹›"
_DAY_OTHERWISE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?\Z", re.ASCII)


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


Day = Annotated[date, _parsed(parse_day, "a date", "2026-03-05"), WithJsonSchema({"type": "string", "format": "date"})]

_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\Z", re.ASCII)


def parse_time(text: str) -> time:
    """A time of day written HH:MM, in 24 hours."""
    match = _TIME.match(text)
    if not match:
        raise wrong(f"“{text}” is not a time of day", "write hours and minutes in 24 hours, for example 07:30")
    return time(int(match[1]), int(match[2]))


TimeOfDay = Annotated[
    time,
    _parsed(parse_time, "a time of day", "07:30"),
    WithJsonSchema({"type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"}),
]

# Numbers

_COUNT = re.compile(r"\d{1,6}\Z", re.ASCII)
_NUMBER = re.compile(r"\d{1,12}(\.\d{1,6})?\Z", re.ASCII)
_MONEY = re.compile(r"(\d{1,12}(?:\.\d{1,2})?)(?: ([A-Z]{3}))?\Z", re.ASCII)
_SEPARATED = re.compile(
    r"[€$£¥]?\s*(\d{1,3}(?:[,' ]\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)\s*([A-Z]{3}|[€$£¥])?\Z", re.ASCII
)
_SIGNS = {"€": "EUR", "£": "GBP"}  # the others stand for several currencies
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)\s?%\Z", re.ASCII)
_NEGATIVE = re.compile(r"-\d")
_FRACTION = re.compile(r"(\d{1,4})/([1-9]\d{0,3})\Z", re.ASCII)


def parse_count(text: str) -> int:
    """A whole number from 0 to 999999."""
    if not _COUNT.match(text):
        raise wrong(f"“{text}” is not a whole number", "write digits only, for example 12")
    return int(text)


def parse_level(text: str) -> int:
    """The giver's effort, 1 to 5."""
    if text not in ("1", "2", "3", "4", "5"):
        raise wrong(
            f"“{text}” is not a level",
            "write a level from 1 (passed on a name) to 5 (went along to the meeting)",
        )
    return int(text)


def parse_number(text: str) -> Decimal:
    """A plain decimal, such as 2 or 0.5."""
    if not _NUMBER.match(text):
        raise wrong(f"“{text}” is not a number", "write it with digits and a point, for example 2 or 0.5")
    return Decimal(text)


Count = Annotated[int, _parsed(parse_count, "a whole number", "12"), WithJsonSchema({"type": "integer", "minimum": 0})]
Level = Annotated[
    int, _parsed(parse_level, "a level", "3"), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 5})
]
Number = Annotated[Decimal, _parsed(parse_number, "a number", "2"), WithJsonSchema({"type": "number", "minimum": 0})]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount; `currency` is None where it is the group's own."""

    amount: Decimal
    currency: str | None = None


@lru_cache(maxsize=4096)
def parse_money(text: str) -> Money:
    """An amount such as 12500, 99.50 or `1200 EUR`; separators and symbols are refused with what to write."""
    match = _MONEY.match(text)
    if match:
        return Money(Decimal(match[1]), match[2])
    raise wrong(f"“{text}” is not an amount", _money_mend(text))


def _money_mend(text: str) -> str:
    separated = _SEPARATED.match(text.strip())
    if separated:
        digits = re.sub(r"[,' ]", "", separated[1])
        code = separated[2] if separated[2] and separated[2].isalpha() else _SIGNS.get(re.sub(r"[^€£]", "", text))
        amount = f"{digits} {code}" if code else digits
        if _MONEY.match(amount):
            return f"write {amount}, without separators or currency signs"
    return "write digits only, for example 12500, or with another currency 1200 EUR"


Amount = Annotated[
    Money,
    _parsed(parse_money, "an amount", "12500"),
    WithJsonSchema({"type": ["number", "string"], "pattern": r"^[0-9]+(\.[0-9]{1,2})?( [A-Z]{3})?$"}),
]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A floor, limit or target: a number, or a share (0 to 1 stands for 0 % to 100 %) where `percent` is set. It may be
    below 0, as of a balance.
    """

    value: Fraction
    percent: bool = False


def parse_threshold(text: str) -> Threshold:
    """A threshold such as 2, 0.5, 1/3, 75% or -1/3."""
    sign, digits = (-1, text[1:]) if _NEGATIVE.match(text) else (1, text)
    percent = _PERCENT.match(digits)
    if percent:
        return Threshold(sign * Fraction(percent[1]) / 100, percent=True)
    return Threshold(sign * parse_fraction(digits))


def parse_weight(text: str) -> Fraction:
    """A weight such as 1, 0.5 or 1/3."""
    if _PERCENT.match(text):
        raise wrong(f"“{text}” is a percentage", "write a number or a fraction, for example 0.5 or 1/3")
    return parse_fraction(text)


def parse_fraction(text: str) -> Fraction:
    """A number that may be written as a fraction: 1, 0.5 or 1/3."""
    fraction = _FRACTION.match(text)
    if fraction:
        return Fraction(int(fraction[1]), int(fraction[2]))
    if not _NUMBER.match(text):
        raise wrong(
            f"“{text}” is not a number",
            "write a number, a fraction or a percentage, for example 2, 1/3 or 75%",
        )
    return Fraction(text)


Limit = Annotated[
    Threshold,
    _parsed(parse_threshold, "a number", "2 or 75%"),
    WithJsonSchema({"type": ["number", "string"]}),
]
Weight = Annotated[Fraction, _parsed(parse_weight, "a number", "1/3"), WithJsonSchema({"type": ["number", "string"]})]

# Lengths of time

_DAYS = {"days": 1, "weeks": 7}
_ROUGHLY_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365, "meeting": 1}
_LONGEST_DAYS = 36_500
_MONTHS = {"months": 1, "quarters": 3, "years": 12}
_DURATION = re.compile(r"(\d{1,4}) ?(day|week|month|quarter|year|meeting)s?\Z", re.ASCII)


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
    _parsed(parse_duration, "a length of time", "6 months"),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{1,4} ?(day|week|month|quarter|year|meeting)s?$"}),
]


def parse_calendar_length(text: str) -> Duration:
    """A length of time that the calendar knows, so not in meetings."""
    duration = parse_duration(text)
    if duration.unit == "meetings":
        raise wrong(f"“{text}” cannot be found in a calendar", "write days, weeks, months, quarters or years")
    return duration


CalendarLength = Annotated[
    Duration,
    _parsed(parse_calendar_length, "a length of time", "6 months"),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{1,4} ?(day|week|month|quarter|year)s?$"}),
]

Period = Literal["day", "week", "month", "quarter", "half-year", "year"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

# Texts, choices, lists


_WITHOUT_BRACKETS = re.compile(r"\w[\w .-]{0,119}\Z")

Text = Annotated[str, StringConstraints(strict=True, max_length=LONGEST_TEXT), WithJsonSchema(_SCALAR)]
"""Any text of a few words or sentences. Most values are texts, so pydantic's own check stands for ours, which takes
four times as long; `misshapen_text` and `long_text` say what it refuses.
"""
LongText = Annotated[str, StringConstraints(strict=True), WithJsonSchema(_SCALAR)]
"""A text as long as its file."""


def misshapen_text(value: object) -> PydanticCustomError:
    """The refusal of what is no text."""
    if isinstance(value, list) and value and all(isinstance(entry, str) for entry in value):
        meant = "one of them" if len(value) > 1 else value[0] if _WITHOUT_BRACKETS.match(value[0]) else "it"
        return misshapen("text", value, f"write {meant}, without brackets")
    return misshapen("text", value, "write it on one line; put it in quotes where it has a comma, a colon or a # in it")


def long_text(value: str) -> PydanticCustomError:
    """The refusal of a text that is too long."""
    mend = "write the long story into the text of the record, and a few words here"
    return wrong(f"“{value[:40]}…” is {len(value):,} characters long", mend)


Answer = Literal["yes", "no", "unsure"]


def otherwise(default: str) -> BeforeValidator:
    """A validator that takes nothing for a default."""
    return BeforeValidator(lambda value: default if value is None else value)


YesNo = Annotated[Literal["yes", "no"], otherwise("no")]
"""yes or no; nothing is no."""


def _listed(value: object) -> object:
    if value is None:
        return ()
    if isinstance(value, list):
        return value
    raise misshapen("a list", value, list_mend(value) if isinstance(value, str) else "write it as a list: [a, b]")


def _few(value: object) -> object:
    if isinstance(value, list) and len(value) > MOST_OF_A_FEW:
        raise wrong(f"a list of {len(value):,} is too long to compare", f"keep the {MOST_OF_A_FEW} that matter most")
    return value


Several = Annotated[tuple[T, ...], BeforeValidator(_listed)]
"""A list; nothing stands for an empty one."""
Few = Annotated[Several[T], BeforeValidator(_few)]
"""A list of at most `MOST_OF_A_FEW`, because every entry is compared with those of others."""
Keyed = Annotated[dict[str, T], BeforeValidator(lambda value: {} if value is None else value)]
"""A block whose keys are ids or names of the group's own; nothing stands for an empty one."""


def said(description: str, **more: Any) -> Any:
    """The description of a field, for people's editors and the manual."""
    return Field(description=description, **more)
