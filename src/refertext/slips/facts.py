"""What stands after the semicolons of a slip: level, consent, tier; what was won, and other outcomes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from pydantic_core import PydanticCustomError

from refertext.records.referral import Status
from refertext.records.types import parse_level, parse_money
from refertext.slips.days import DAY, DAYISH, no_day
from refertext.slips.kinds import STATUSES
from refertext.slips.piece import Piece
from refertext.slips.slip import Consent, Gift, Outcome, unclear

T = TypeVar("T")

_LEVEL = re.compile(r"level\s*[:=]?\s*(\S.*)", re.IGNORECASE)
_CONSENT = re.compile(rf"(.*?)(?:^|[\s,(])\s*(?:on\s+)?({DAY})\s*[).]*", re.IGNORECASE | re.DOTALL)
_ODD_CONSENT = re.compile(rf"(?:.*?\s)?({DAYISH})\.?", re.DOTALL)
_YES = re.compile(
    r"\(?(?:consented|consent|agreed|said yes|yes|ok|okay)\b[\s:,]*(?:by\s+|via\s+|on the\s+)?", re.IGNORECASE
)
_SPIN_OFF = re.compile(r"spin[\s-]?off(?:\s+of|\s+from)?\s*[:=]?\s*#?([\w-]+)?\.?", re.IGNORECASE)
_AMOUNT = r"(?:[A-Z]{3}\s?|[€$£¥]\s?)?\d[\d.,' ]*k?(?:\s?[A-Z]{3}|\s?[€$£¥])?"
_ONLY_AMOUNT = re.compile(rf"(?:value\s*[:=]?\s*|for\s+)?({_AMOUNT})\.?", re.IGNORECASE)
_STATUSES = "|".join(STATUSES).replace("-", "[ -]")
_STATUS = re.compile(rf"({_STATUSES})\b\s*[:=,]?\s*(.*)", re.IGNORECASE | re.DOTALL)
WON_IN_TEXT = re.compile(rf"[,.]\s*won\s+(?={_AMOUNT}\.?\Z)", re.IGNORECASE)
"""Where a text ends with what was won, though no semicolon stands before it."""
AMOUNT_AT_END = re.compile(r"(?:\A|\s)([€$£¥]\s?\d[\d.,']*|\d[\d.,']*\s?[€$£¥]|\d{3,}|\d{1,3}(?:[.,']\d{3})+)\.?\Z")
"""What looks like an amount at the end of a text."""


def with_fact(gift: Gift, fact: Piece) -> Gift:
    """A gift with one more fact."""
    found = _CONSENT.fullmatch(fact.text)
    if found:
        how = _YES.sub("", found[1], count=1).strip(" \t,:(")
        return replace(gift, consent=Consent(fact.cut(*found.span(2)), " ".join(how.split()) or None))
    level = _LEVEL.fullmatch(fact.bare.text)
    if level:
        return replace(gift, level=_parsed(parse_level, fact.cut(*level.span(1))))
    plain = fact.bare.words.casefold().removesuffix(" tier")
    if plain in ("inside", "outside"):
        return replace(gift, tier="inside" if plain == "inside" else "outside")
    parent = _SPIN_OFF.fullmatch(fact.text)
    if parent:
        if not parent[1]:
            raise unclear("A spin-off comes from another referral", "write which one by its tag: spin-off #7f3a", fact)
        return replace(gift, tier="spin-off", parent=fact.cut(*parent.span(1)))
    raise _no_fact(fact)


def outcome_in(fact: Piece) -> Outcome | None:
    """The step, and what it was won for, in a fact such as `won 12500`; None where it names no step."""
    found = _STATUS.fullmatch(fact.text)
    return outcome(status_called(found[1]), [fact.cut(*found.span(2))]) if found else None


def outcome(status: Status, facts: list[Piece]) -> Outcome:
    """A step with the facts after it: an amount, a day, and a note of what is left."""
    made = Outcome(status)
    notes = []
    for fact in facts:
        amount = amount_in(fact)
        day = re.fullmatch(rf"(?:on\s+)?({DAY})\.?", fact.text, re.IGNORECASE)
        again = outcome_in(fact) if fact else None
        if again and again.status == status:
            made = replace(made, value=again.value or made.value, day=again.day or made.day)
            notes += [again.note] if again.note else []
        elif amount and status != "won":
            raise unclear(
                f"“{fact.text}” looks like an amount, but only what was won has one",
                "write it as a note in words, or won and the amount",
                fact,
            )
        elif amount:
            made = replace(made, value=_parsed(parse_money, _upper(amount)))
        elif day:
            made = replace(made, day=fact.cut(*day.span(1)))
        elif fact:
            notes.append(fact.words)
    return replace(made, note="; ".join(notes) or None)


def amount_in(fact: Piece) -> Piece | None:
    """The amount that is all a piece says."""
    found = _ONLY_AMOUNT.fullmatch(fact.text)
    return fact.cut(*found.span(1)).bare if found else None


def status_called(word: str) -> Status:
    """The status that is written in some way."""
    plain = word.casefold().replace(" ", "-")
    return next(status for status in STATUSES if status == plain)


def _upper(amount: Piece) -> Piece:
    return Piece(amount.text.upper(), amount.start)


def _parsed(parse: Callable[[str], T], piece: Piece) -> T:
    try:
        return parse(piece.text)
    except PydanticCustomError as error:
        raise unclear(error.message(), (error.context or {})["mend"], piece) from None


def _no_fact(fact: Piece) -> Exception:
    odd = _ODD_CONSENT.fullmatch(fact.text)
    if odd:
        return no_day(fact.cut(*odd.span(1)))
    mend = "write how and when they said yes, as in phone 03-04, or level 4; in a text write a comma for the semicolon"
    return unclear(f"“{fact.text}” after the semicolon cannot be understood", mend, fact)
