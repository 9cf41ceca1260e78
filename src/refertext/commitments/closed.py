"""Periods that are over: nothing mends what was missed in one, but it is forgotten, if those after it are kept."""

from __future__ import annotations

from datetime import date

from refertext.commitments.bound import Bound
from refertext.commitments.limits import at_most_more, noun
from refertext.commitments.periods import gone
from refertext.commitments.tried import Tried
from refertext.commitments.verdict import Mend
from refertext.measures import Facts, Unit
from refertext.measures.wording import in_words


def day_forgotten(bound: Bound, missed: Tried) -> date | None:
    """The day at whose end nobody looks at a period any more; None where the commitment ends before."""
    if bound.term.running is None:
        return None
    if not bound.commitment.every:
        return bound.term.running.next.window.last
    day = gone(bound.commitment, missed.window.first, bound.term.day)
    return day if day <= bound.term.last else None


def forgotten(facts: Facts, bound: Bound, missed: Tried, day: date) -> Mend:
    """That a day will come on which it is forgotten, where the running period has nothing to count."""
    more = f", with {_each(facts, bound, missed)} that counts until then" if _are_several(bound, day) else ""
    return Mend(f"it is forgotten on {day}{more}", day)


def kept_again(facts: Facts, bound: Bound, missed: Tried, coming: Tried, day: date) -> Mend:
    """That a day will come on which it is forgotten, where the running period is fine so far."""
    if _are_several(bound, day):
        return Mend(f"it is kept again on {day}, with {_each(facts, bound, missed)} until then", day)
    more = at_most_more(bound, coming)
    return Mend(f"it is kept again on {day}, {f'with {more} until then' if more else 'if it stays so'}", day)


def and_then(facts: Facts, bound: Bound, missed: Tried, day: date) -> str:
    """What it takes after the running period is mended; empty where it is forgotten by then."""
    if not _are_several(bound, day):
        return ""
    return f", then {_limits(facts, missed)} in each {bound.commitment.every} until it is kept again on {day}"


def _are_several(bound: Bound, day: date) -> bool:
    """Whether further periods than the running one end up to a day."""
    return bound.term.running is not None and day > bound.term.running.period.last


def _each(facts: Facts, bound: Bound, missed: Tried) -> str:
    """What each period must have: `at least 1 contribution in each month`."""
    nouns = noun(bound, missed) if missed.value.measure.unit is Unit.COUNT else ("", "")
    last = missed.at_least if missed.at_most is None else missed.at_most
    counted = f"{_limits(facts, missed)} {nouns[0] if last == 1 else nouns[1]}".rstrip()
    return f"{counted} in each {bound.commitment.every}"


def _limits(facts: Facts, missed: Tried) -> str:
    """What was agreed: `at least 1 and at most 3`."""
    unit, currency = missed.value.measure.unit, facts.group.settings.currency
    known = (("at least", missed.at_least), ("at most", missed.at_most))
    return " and ".join(f"{words} {in_words(limit, unit, currency)}" for words, limit in known if limit is not None)
