"""How a verdict stands, as a sentence for those whom it is about, and what can still be brought about."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from refertext.commitments import Outcome, Verdict
from refertext.commitments.tried import Tried
from refertext.commitments.weights import made_of
from refertext.group import Group
from refertext.measures import Kind, Measure, Unit, facts
from refertext.measures.privacy import PRIVATE, may_be_shown
from refertext.measures.wording import in_words, said
from refertext.records import Partnership
from refertext.text.wording import listed

_ONE_TO_ONES = "one-to-ones"


def is_of_one_to_ones(verdict: Verdict) -> bool:
    """Whether a verdict is about the one-to-ones of a pair: those are a topic and a rule of their own."""
    one = verdict.tried
    return verdict.subject.kind is Kind.PAIR and one is not None and one.value.measure.name == _ONE_TO_ONES


def missing(group: Group, verdict: Verdict) -> Tried | None:
    """The window in which something is missing and can still be brought about, of a verdict that is at risk or missed;
    None where there is none, because of a waiver or of an end, too.

    That is the window that will be judged when the running period is over, or the one that rolls. To a limit nothing is
    missing, but where more records bring the number down: a median, a share or a balance that is too high. How long
    what is open has been silent is told of each of it, as news.
    """
    if verdict.outcome not in (Outcome.AT_RISK, Outcome.MISSED) or verdict.day < group.as_of or not verdict.mend:
        return None
    one = verdict.coming or verdict.tried
    if one is None or one.value.amount is None or one.window.last < group.as_of:
        return None
    return one if one.lacking > 0 or _can_be_brought_down(one) else None


def _can_be_brought_down(one: Tried) -> bool:
    measure = one.value.measure
    return one.exceeds and not measure.at_end and measure.unit in (Unit.DAYS, Unit.SHARE, Unit.RATIO)


def standing(group: Group, verdict: Verdict) -> str:
    """How a verdict stands: `Pete Novak has 15 of 26 meetings in person (57.7%) from 2026-05-23 to 2026-11-20; agreed:
    at least 75%`. Of one that no number is known of, what it says itself.
    """
    one = verdict.tried
    names = [group.name(id_) for id_ in verdict.subject.ids]
    if one is None:
        return f"{listed(names) if names else 'The group'}: {verdict.why}"
    if isinstance(verdict.record, Partnership):
        promised = f"{one.amount} of the {one.at_least} referrals promised"
        return f"{names[0]} has given {names[1]} {promised} for {one.window}"
    return f"{_it_is(group, one, names)} {_days(one)}; agreed: {_bound(group, one)}"


def in_short(group: Group, one: Tried) -> str:
    """A number, what was agreed, and the days that count: `2 leads, at least 3, 2026-08-01 to 2026-10-31`."""
    measure = one.value.measure
    name = "" if _has_a_noun(one) else f"{spoken(measure)} "
    days = f"on {one.value.window.last}" if measure.at_end else str(one.value.window)
    return ", ".join([f"{name}{amount_in_words(group, one)}", *_limits(group, one), days])


def _limits(group: Group, one: Tried) -> Iterator[str]:
    """The floor, where it is not nothing, the limit and the aim."""
    if one.at_least:
        yield f"at least {_in_words(group, one, one.at_least, ceil(one.at_least))}"
    if one.at_most is not None:
        yield f"at most {_in_words(group, one, one.at_most, floor(one.at_most))}"
    if one.target is not None:
        yield f"aim {_in_words(group, one, one.target, ceil(one.target))}"


def floor_in_words(group: Group, one: Tried) -> str:
    """The number that must be reached; of what is counted in whole ones, the whole number that it comes to."""
    return _in_words(group, one, one.at_least or Fraction(0), ceil(one.at_least or 0))


def _it_is(group: Group, one: Tried, names: list[str]) -> str:
    """The subject, its verb and its number: what is counted one has, what is measured is so much. Of a pair with a
    direction, what the first one does is counted.
    """
    measure, amount = one.value.measure, amount_in_words(group, one)
    whose = names[0] if names else "The group"
    others = f" (with {names[1]})" if len(names) == 2 else ""
    if not _has_a_noun(one):
        return f"{whose}'s {spoken(measure)}{others} is {amount}"
    return f"{listed(names)} have {amount}" if others and measure.mutual else f"{whose}{others} has {amount}"


def _has_a_noun(one: Tried) -> bool:
    """Whether its number is said with what it counts, so that the measure need not be named."""
    unit = one.value.measure.unit
    return unit is Unit.COUNT or (unit is Unit.SHARE and bool(one.value.result.among))


def spoken(measure: Measure) -> str:
    """What a measure is called in a sentence: `response time`."""
    return measure.name.replace("-", " ").replace("one to one", "one-to-one")


def amount_in_words(group: Group, one: Tried) -> str:
    """The number with what it counts: `15 of 26 meetings in person (57.7%)`, `2 leads`, `16 days (n = 6)`."""
    measure, result, currency = one.value.measure, one.value.result, group.settings.currency
    if measure.unit is Unit.COUNT:
        noun = measure.noun[0] if one.amount == 1 else measure.noun[1]
        return f"{in_words(one.amount, Unit.COUNT, currency)} {noun}{made_of(one.value, one.weights)}"
    if measure.unit is Unit.SHARE and result.among:
        share = in_words(one.amount, Unit.SHARE, currency)
        return f"{len(result.counted)} of {len(result.among)} {measure.noun[1]} ({share})"
    return said(one.value, currency) if may_be_shown(facts(group), one.value) else PRIVATE


def _days(one: Tried) -> str:
    return f"on {one.window.last}" if one.value.measure.at_end else f"from {one.window.first} to {one.window.last}"


def _bound(group: Group, one: Tried) -> str:
    """What was not reached, or not kept within."""
    if one.lacking > 0 or one.at_most is None:
        return f"at least {floor_in_words(group, one)}"
    return f"at most {_in_words(group, one, one.at_most, floor(one.at_most))}"


def _in_words(group: Group, one: Tried, exact: Fraction, whole: int) -> str:
    return in_words(whole if one.whole else exact, one.value.measure.unit, group.settings.currency)
