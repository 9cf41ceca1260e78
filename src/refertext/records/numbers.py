"""Numbers, money, thresholds and weights: what a text must look like to be one, and what to write if not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Annotated

from refertext.patterns import pattern
from refertext.records.refusals import wrong
from refertext.records.scalar import parsed

_COUNT = pattern(r"\d{1,6}\Z", re.ASCII)
_NUMBER = pattern(r"\d{1,12}(\.\d{1,6})?\Z", re.ASCII)
_MONEY = pattern(r"(\d{1,12}(?:\.\d{1,2})?)(?: ([A-Z]{3}))?\Z", re.ASCII)
_SEPARATED = pattern(
    r"(?:([A-Z]{3})(?= ?\d)|[€$£¥])?\s*"
    r"(?:(\d{1,3}(?:(?:, ?|[' ])\d{3})+|\d+)(?:\.(\d{1,2}))?|(\d{1,3}(?:[.' ]\d{3})+|\d+),(\d{2}))"
    r"\s*([A-Z]{3}|[€$£¥])?\Z",
    re.ASCII,
)
_BETWEEN_DIGITS = pattern(r"[,.' ]")
_SIGNS = {"€": "EUR", "£": "GBP"}  # the others stand for several currencies
_PERCENT = pattern(r"(\d{1,3}(?:\.\d{1,3})?)\s?%\Z", re.ASCII)
_NEGATIVE = pattern(r"-\d")
_FRACTION = pattern(r"(\d{1,4})/([1-9]\d{0,3})\Z", re.ASCII)


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


Count = Annotated[int, parsed(parse_count, "a whole number", "12", {"type": "integer", "minimum": 0})]
Level = Annotated[int, parsed(parse_level, "a level", "3", {"type": "integer", "minimum": 1, "maximum": 5})]
Number = Annotated[Decimal, parsed(parse_number, "a number", "2", {"type": "number", "minimum": 0})]


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
    amount = amount_meant(text)
    if amount:
        return f"write {amount}, without separators or currency signs"
    return "write digits only, for example 12500, or with another currency 1200 EUR"


def amount_meant(text: str) -> str:
    """The amount that a text with separators or a currency's sign stands for, as it is written; nothing in doubt: of
    1.234 and 1,2 nobody can tell whether it is a little more than one.
    """
    found = _SEPARATED.match(text.strip())
    if not found:
        return ""
    before, whole, part, whole_too, part_too, after = found.groups()
    digits = _BETWEEN_DIGITS.sub("", whole or whole_too)
    after = after if after and after.isalpha() else _SIGNS.get(re.sub(r"[^€£]", "", text))
    code = before or after
    amount = ".".join(filter(None, (digits, part or part_too))) + (f" {code}" if code else "")
    return amount if _MONEY.match(amount) and not (before and after and before != after) else ""


Amount = Annotated[
    Money,
    parsed(
        parse_money,
        "an amount",
        "12500",
        {"type": ["number", "string"], "pattern": r"^[0-9]+(\.[0-9]{1,2})?( [A-Z]{3})?$"},
    ),
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


Limit = Annotated[Threshold, parsed(parse_threshold, "a number", "2 or 75%", {"type": ["number", "string"]})]
Weight = Annotated[Fraction, parsed(parse_weight, "a number", "1/3", {"type": ["number", "string"]})]
