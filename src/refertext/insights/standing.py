"""How a verdict stands, as a sentence for those whom it is about, and what can still be brought about."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from refertext.commitments import Outcome, Verdict
from refertext.commitments.tried import Tried
from refertext.commitments.weights import made_of
from refertext.group import Group
from refertext.insights.uncertain import is_uncertain
from refertext.measures import Kind, Unit, facts
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
    """The window in which something is missing to a floor and can still be brought about, of a verdict that is at
    risk or missed; None where there is none, because of a waiver or of an end, too, or where a file that cannot be
    read may hold what is missing.

    That is the window that will be judged when the running period is over, or the one that rolls.
    """
    if verdict.outcome not in (Outcome.AT_RISK, Outcome.MISSED) or verdict.day < group.as_of or not verdict.mend:
        return None
    one = verdict.coming or verdict.tried
    if one is None or one.value.amount is None or one.lacking <= 0 or is_uncertain(group, verdict):
        return None
    return one


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
    who_has = _who_has(names, mutual=one.value.measure.mutual)
    return f"{who_has} {_amount(group, one)} {_days(one)}; agreed: {_bound(group, one)}"


def floor_in_words(group: Group, one: Tried) -> str:
    """The number that must be reached; of what is counted in whole ones, the whole number that it comes to."""
    return _in_words(group, one, one.at_least or Fraction(0), ceil(one.at_least or 0))


def _who_has(names: list[str], *, mutual: bool) -> str:
    """The subject and its verb. Of a pair with a direction, what the first one does is counted."""
    if len(names) == 2:
        return f"{listed(names)} have" if mutual else f"{names[0]} (with {names[1]}) has"
    return f"{names[0] if names else 'The group'} has"


def _amount(group: Group, one: Tried) -> str:
    measure, result, currency = one.value.measure, one.value.result, group.settings.currency
    if measure.unit is Unit.COUNT:
        noun = measure.noun[0] if one.amount == 1 else measure.noun[1]
        return f"{in_words(one.amount, Unit.COUNT, currency)} {noun}{made_of(one.value, one.weights)}"
    if measure.unit is Unit.SHARE and result.among:
        share = in_words(one.amount, Unit.SHARE, currency)
        return f"{len(result.counted)} of {len(result.among)} {measure.noun[1]} ({share})"
    shown = said(one.value, currency) if may_be_shown(facts(group), one.value) else PRIVATE
    return f"{measure.name} {shown}"


def _days(one: Tried) -> str:
    return f"on {one.window.last}" if one.value.measure.at_end else f"from {one.window.first} to {one.window.last}"


def _bound(group: Group, one: Tried) -> str:
    """What was not reached, or not kept within."""
    if one.lacking > 0 or one.at_most is None:
        return f"at least {floor_in_words(group, one)}"
    return f"at most {_in_words(group, one, one.at_most, floor(one.at_most))}"


def _in_words(group: Group, one: Tried, exact: Fraction, whole: int) -> str:
    return in_words(whole if one.whole else exact, one.value.measure.unit, group.settings.currency)
