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

_LEVEL = re.compile(r"(?:level|lvl)\.?\s*[:=]?\s*(\S.*)", re.IGNORECASE)
_CONSENT = re.compile(rf"(.*?)(?:^|[\s,(])\s*(?:on\s+)?({DAY})\s*[).]*", re.IGNORECASE | re.DOTALL)
_ODD_CONSENT = re.compile(rf"(?:.*?\s)?({DAYISH})\.?", re.DOTALL)
_YES = re.compile(
    r"\(?(?:(?:they|he|she|who)\s+)?(?:consented|consent|agreed|said yes|yes|ok|okay)\b[\s:,]*"
    r"(?:by\s+|via\s+|on the\s+)?",
    re.IGNORECASE,
)
_SPIN_OFF = re.compile(r"spin[\s-]?off(?:\s+of|\s+from)?\s*[:=]?\s*#?([\w-]+)?\.?", re.IGNORECASE)
_AMOUNT = r"(?:[A-Z]{3}\s?|[€$£¥]\s?)?\d[\d.,' ]*k?(?:\s?[A-Z]{3}|\s?[€$£¥])?"
_ONLY_AMOUNT = re.compile(rf"(?:value\s*[:=]?\s*|for\s+)?({_AMOUNT})\.?", re.IGNORECASE)
_STATUSES = "|".join(STATUSES).replace("-", "[ -]")
_STATUS = re.compile(rf"({_STATUSES})\b\s*[:=,]?\s*(.*)", re.IGNORECASE | re.DOTALL)
WON_IN_TEXT = re.compile(rf"[,.]\s*won\s+(?={_AMOUNT}\.?\Z)", re.IGNORECASE)
"""Where a text ends with what was won, though no semicolon stands before it."""
_SUM = (
    r"[€$£¥]\s?\d[\d.,']*k?|\d[\d.,']*k?\s?[€$£¥]"
    r"|(?:\d{3,}|\d{1,3}(?:[.,']\d{3})+)(?:[.,]\d\d)?(?:\s?[A-Z]{3}(?![A-Z]))?|\d+(?:[.,]\d+)?k"
)
_SUM_AT_END = re.compile(rf"(?:\A|[\s,(])({_SUM})[.)]*\Z")
_YEAR_AT_END = re.compile(r"\b(?:in|of|since|until|from)\s+(?:19|20)\d\d[.)]*\Z", re.IGNORECASE)
_SUM_ANYWHERE = re.compile(rf"(?:\A|[\s,(])({_SUM})(?![\w-])")
_PLAIN_AMOUNT = re.compile(r"[€$£¥]?\s?(\d{1,3}(?:[,.']\d{3})+|\d{1,12})(k?)\s?(?:[€$£¥]|([A-Z]{3}))?", re.IGNORECASE)
_SIGNED_SUM = re.compile(r"[€$£¥]\s?\d[\d.,']*k?|\d[\d.,']*k?\s?[€$£¥]|(?<=\bwon )\d[\d.,']*k?", re.IGNORECASE)


def with_fact(gift: Gift, fact: Piece) -> Gift:
    """A gift with one more fact; UnclearError for a second one of its kind."""
    found = _CONSENT.fullmatch(fact.text)
    if found:
        _refuse_second(gift.consent, "days on which they said yes", fact)
        how = _YES.sub("", found[1], count=1).strip(" \t,:(")
        return replace(gift, consent=Consent(fact.cut(*found.span(2)), " ".join(how.split()) or None))
    level = _LEVEL.fullmatch(fact.bare.text)
    if level:
        _refuse_second(gift.level, "levels", fact)
        return replace(gift, level=_parsed(parse_level, fact.cut(*level.span(1))))
    plain = fact.bare.words.casefold().removesuffix(" tier")
    if plain in ("inside", "outside"):
        _refuse_second(gift.tier, "tiers", fact)
        return replace(gift, tier="inside" if plain == "inside" else "outside")
    return _with_parent(gift, fact)


def _with_parent(gift: Gift, fact: Piece) -> Gift:
    parent = _SPIN_OFF.fullmatch(fact.text)
    if not parent:
        raise _no_fact(fact)
    _refuse_second(gift.tier, "tiers", fact)
    if not parent[1]:
        raise unclear("A spin-off comes from another referral", "write which one by its tag: spin-off #7f3a", fact)
    return replace(gift, tier="spin-off", parent=fact.cut(*parent.span(1)))


def outcome_in(fact: Piece) -> Outcome | None:
    """The step, and what it was won for, in a fact such as `won 12500`; None where it names no step."""
    found = _STATUS.fullmatch(fact.text)
    return outcome(status_called(found[1]), [fact.cut(*found.span(2))]) if found else None


def outcome(status: Status, facts: list[Piece]) -> Outcome:
    """A step with the facts after it: an amount, a day, and a note of what is left."""
    made = Outcome(status)
    for fact in facts:
        made = _with_more(made, fact) if fact else made
    return made


def _with_more(made: Outcome, fact: Piece) -> Outcome:
    again = outcome_in(fact)
    if again and again.status == made.status:
        return _together(made, again, fact)
    amount = amount_in(fact)
    if amount and made.status != "won":
        raise unclear(
            f"“{fact.text}” looks like an amount, but only what was won has one",
            "write it as a note in words, or won and the amount",
            fact,
        )
    if amount:
        return _together(made, Outcome(made.status, value=_parsed(parse_money, _money(amount))), fact)
    if day := re.fullmatch(rf"(?:on\s+)?({DAY})\.?", fact.text, re.IGNORECASE):
        return _together(made, Outcome(made.status, day=fact.cut(*day.span(1))), fact)
    if made.status == "won":
        _refuse_sum(fact, _SUM_ANYWHERE.search(fact.text), "may be what was won, or a note")
    return _together(made, Outcome(made.status, note=fact.words), fact)


def _together(one: Outcome, other: Outcome, fact: Piece) -> Outcome:
    """A step with what another part of the same line says of it; each but notes once."""
    if other.value is not None:
        _refuse_second(one.value, "amounts", fact)
    if other.day is not None:
        _refuse_second(one.day, "days", fact)
    notes = "; ".join(note for note in (one.note, other.note) if note)
    return Outcome(one.status, one.value or other.value, notes or None, one.day or other.day)


def _refuse_second(known: object, what: str, fact: Piece) -> None:
    if known is not None:
        raise unclear(f"This line says two {what}", "write the one that is right", fact)


def refuse_sum_at_end(words: Piece) -> None:
    """Refuses a text that ends in what may be an amount, or has one with a currency sign in it."""
    at_end = None if _YEAR_AT_END.search(words.text) else _SUM_AT_END.search(words.text)
    found = at_end or _SIGNED_SUM.search(words.text)
    _refuse_sum(words, found, "may be what it is about, or what was won")


def _refuse_sum(words: Piece, found: re.Match[str] | None, may_be: str) -> None:
    if found:
        at = words.cut(*found.span(found.lastindex or 0)).bare
        digits = _digits_of(at.text)
        shown = f": “; {digits}”" if digits else ""
        mend = f"write what was won after a semicolon, in digits only{shown}; say in words what is none"
        raise unclear(f"“{at.text}” {may_be}", mend, at)


def _digits_of(amount: str) -> str:
    """An amount as it is to be written, where that is plain: `$12k` is 12000. Empty where it is not."""
    found = _PLAIN_AMOUNT.fullmatch(amount)
    if not found:
        return ""
    digits = re.sub(r"\D", "", found[1]) + ("000" if found[2] else "")
    return f"{digits} {found[3]}" if found[3] else digits


def amount_in(fact: Piece) -> Piece | None:
    """The amount that is all a piece says."""
    found = _ONLY_AMOUNT.fullmatch(fact.text)
    return fact.cut(*found.span(1)).bare if found else None


def status_called(word: str) -> Status:
    """The status that is written in some way."""
    plain = word.casefold().replace(" ", "-")
    return next(status for status in STATUSES if status == plain)


def _money(amount: Piece) -> Piece:
    """An amount with its currency in capitals."""
    return Piece(re.sub(r"[a-z]{3}", lambda code: code[0].upper(), amount.text), amount.start)


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
