"""What stands after the semicolons of a slip: level, consent, tier; what was won, and other outcomes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from pydantic_core import PydanticCustomError

from refertext.patterns import pattern
from refertext.records.numbers import parse_level, parse_money
from refertext.records.referral import Status
from refertext.slips.consents import consent_in
from refertext.slips.days import DAY, DAYISH, no_day
from refertext.slips.kinds import STATUSES
from refertext.slips.piece import Piece
from refertext.slips.slip import Gift, Outcome, unclear
from refertext.slips.sums import refuse_sum

T = TypeVar("T")

_LEVEL = pattern(r"(?:level|lvl)\.?\s*[:=]?\s*(\S.*)", re.IGNORECASE)
_ODD_CONSENT = pattern(rf"(?:.*?\s)?({DAYISH})\.?", re.DOTALL)
_SPIN_OFF = pattern(r"spin[\s-]?off(?:\s+of|\s+from)?\s*[:=]?\s*#?([\w-]+)?\.?", re.IGNORECASE)
_AMOUNT = r"(?:[A-Z]{3}\s?|[€$£¥]\s?)?\d[\d.,' ]*k?(?:\s?[A-Z]{3}|\s?[€$£¥])?"
_ONLY_AMOUNT = pattern(rf"(?:value\s*[:=]?\s*|for\s+)?({_AMOUNT})\.?", re.IGNORECASE)
_STATUSES = "|".join(STATUSES).replace("-", "[ -]")
_STATUS = pattern(rf"({_STATUSES})\b\s*[:=,]?\s*(.*)", re.IGNORECASE | re.DOTALL)
WON_IN_TEXT = pattern(rf"[,.]\s*won\s+(?={_AMOUNT}\.?\Z)", re.IGNORECASE)
"""Where a text ends with what was won, though no semicolon stands before it."""
_ONLY_DAY = pattern(rf"[,(]*(?:on\s+)?(?:({DAY})|({DAYISH}))[).,]*", re.IGNORECASE)
_DAY_ANYWHERE = pattern(
    rf"(?<![\w-])(?!today\b)({DAY}|(?<=\bon ){DAYISH}|(?<=\(){DAYISH}(?=\)))(?![\w-])", re.IGNORECASE
)


def with_fact(gift: Gift, fact: Piece) -> Gift:
    """A gift with one more fact; UnclearError for a second one of its kind."""
    consent = consent_in(fact)
    if consent:
        _refuse_second(gift.consent, "days on which they said yes", fact)
        return gift._replace(consent=consent)
    level = _LEVEL.fullmatch(fact.bare.text)
    if level:
        _refuse_second(gift.level, "levels", fact)
        return gift._replace(level=_parsed(parse_level, fact.cut(*level.span(1))))
    plain = fact.bare.words.casefold().removesuffix(" tier")
    if plain in ("inside", "outside"):
        _refuse_second(gift.tier, "tiers", fact)
        return gift._replace(tier="inside" if plain == "inside" else "outside")
    return _with_parent(gift, fact)


def _with_parent(gift: Gift, fact: Piece) -> Gift:
    parent = _SPIN_OFF.fullmatch(fact.text)
    if not parent:
        raise _no_fact(fact)
    _refuse_second(gift.tier, "tiers", fact)
    if not parent[1]:
        raise unclear("A spin-off comes from another referral", "write which one by its tag: spin-off #7f3a", fact)
    return gift._replace(tier="spin-off", parent=fact.cut(*parent.span(1)))


def outcome_in(fact: Piece) -> Outcome | None:
    """The step, and what it was won for, in a fact such as `won 12500`; None where it names no step."""
    found = _STATUS.fullmatch(fact.text)
    return outcome(status_called(found[1]), [fact.cut(*found.span(2))]) if found else None


def outcome(status: Status, facts: list[Piece]) -> Outcome:
    """A step with the facts after it: an amount, a day, and a note of what is left."""
    made, notes = Outcome(status), []
    for fact in facts:
        before = made.note
        made = _with_more(made, fact) if fact else made
        if made.note != before:
            notes.append(fact)
    for note in notes:
        refuse_day_in(note, made)
    return made


def day_alone(piece: Piece) -> bool:
    """Whether a piece says a day, or what was meant for one, and nothing else."""
    return bool(_ONLY_DAY.fullmatch(piece.text))


def refuse_day_in(words: Piece, made: Outcome) -> None:
    """Refuses a day among the words of a step whose own day is not said: it may be that one."""
    found = None if made.day else _DAY_ANYWHERE.search(words.text)
    if found:
        day = words.cut(*found.span(1))
        if not re.fullmatch(DAY, day.text, re.IGNORECASE):
            raise no_day(day)
        mend = f"write the day of the step after a semicolon: “; {day.text}”, or say it in other words"
        raise unclear(f"“{day.text}” may be the day of this step, or what it is about", mend, day)


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
    if day := _ONLY_DAY.fullmatch(fact.text):
        if day[2]:
            raise no_day(fact.cut(*day.span(2)))
        return _together(made, Outcome(made.status, day=fact.cut(*day.span(1))), fact)
    if made.status == "won":
        refuse_sum(fact)
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
