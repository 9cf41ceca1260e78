"""What it would take to keep a commitment, or how much room is left, in words that can be acted on."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from refertext.commitments.bound import Bound
from refertext.commitments.closed import and_then, day_forgotten, forgotten, kept_again
from refertext.commitments.forgetting import when_forgotten
from refertext.commitments.limits import under_the_limit
from refertext.commitments.meetings import meeting_after
from refertext.commitments.periods import rolls
from refertext.commitments.shares import in_a_row, to_spare
from refertext.commitments.tried import Exact, Tried, counted
from refertext.commitments.verdict import Mend, Outcome
from refertext.measures import Facts, Measure, Unit
from refertext.measures.privacy import may_be_shown
from refertext.measures.wording import in_words


def mend(facts: Facts, bound: Bound, outcome: Outcome, shown: Tried, coming: Tried | None) -> Mend:
    """What it would take to keep it and from which day on, or how much room is left; empty where nobody can say.

    `coming` is the window that will be judged when the running period is over, with what is recorded so far.
    """
    if outcome in (Outcome.TOO_EARLY, Outcome.WAIVED) or bound.term.is_over:
        return Mend()
    if rolls(bound.commitment):
        return _in_a_window(facts, bound, outcome, shown)
    if outcome is Outcome.MISSED:
        return _after_the_missed(facts, bound, shown, coming)
    return _in_a_window(facts, bound, outcome, coming) if coming and coming.value.amount is not None else Mend()


def _after_the_missed(facts: Facts, bound: Bound, missed: Tried, coming: Tried | None) -> Mend:
    """What it takes in the running period, and in those after it, until a period that was missed is forgotten."""
    day = day_forgotten(bound, missed)
    if day is None:
        return Mend()
    if coming is None or coming.value.amount is None:
        return forgotten(facts, bound, missed, day)
    if coming.is_met:
        return kept_again(facts, bound, missed, coming, day)
    if coming.exceeds and coming.value.measure.only_grows:
        return under_the_limit(facts, bound, Outcome.MISSED, coming)
    way = _in_a_window(facts, bound, Outcome.MISSED, coming)
    leads_further = way.day is not None and way.day > coming.window.last
    return way if leads_further or not way.said else way._replace(said=way.said + and_then(facts, bound, missed, day))


def _in_a_window(facts: Facts, bound: Bound, outcome: Outcome, one: Tried) -> Mend:
    """What it takes in a window that rolls, or in the one that will be judged when the running period is over."""
    if not one.reaches:
        return _to_the_floor(facts, bound, one)
    if one.at_most is not None:
        return under_the_limit(facts, bound, outcome, one)
    return Mend(to_spare(facts, bound, one))


def _to_the_floor(facts: Facts, bound: Bound, one: Tried) -> Mend:
    """What is missing to a floor, and by when it is needed; where nothing that is done brings it, when what was missed
    is forgotten.
    """
    measure, until = one.value.measure, "" if rolls(bound.commitment) else f" by {one.window.last}"
    if measure.settled:
        return when_forgotten(facts, bound, one)
    if measure.unit is Unit.SHARE and measure.failing[0]:
        way = in_a_row(facts, bound, one)
        return way._replace(said=f"{way.said}{until}") if way.said else when_forgotten(facts, bound, one)
    day = meeting_after(facts, bound, 1) if measure.at_meetings and rolls(bound.commitment) else None
    return Mend(_more(facts, one, until), day)


def _more(facts: Facts, one: Tried, until: str) -> str:
    """How much more it takes, of what is not a share of occasions."""
    measure = one.value.measure
    if measure.unit is Unit.SHARE:
        return f"{_of_those_there_are(measure, ceil(one.lacking * one.value.n))}{until}"
    if measure.unit is Unit.COUNT:
        return f"{counted(ceil(one.lacking), measure.noun, 'more ')}{until}"
    if measure.name == "balance" and one.at_least is not None and one.at_least < 1:
        return f"{counted(_gifts_to(one.at_least, one), measure.noun, 'more ')}{until}"
    if measure.unit is Unit.RATIO and measure.name != "balance":
        return f"{counted(ceil(one.lacking * one.value.n), measure.noun, 'more ')}{until}"
    if measure.unit is Unit.MONEY and may_be_shown(facts, one.value):
        lacking = one.lacking * Fraction(
            one.value.result.inputs.get("members", 1)
        )  # of each, where it is for each seat
        return f"{in_words(lacking, Unit.MONEY, facts.group.settings.currency)} more{until}"
    return f"more {measure.noun[1]}{until}" if measure.unit is Unit.MONEY else ""


def _of_those_there_are(measure: Measure, number: int) -> str:
    if measure.lacking[0]:
        return measure.lacking[number > 1].format(number)
    return counted(number, measure.noun, "more ")


def _gifts_to(floor: Exact, one: Tried) -> int:
    """The fewest further gifts g so that (given + g - received) ÷ (given + g + received) reaches a floor below 1."""
    given, received = (Fraction(one.value.result.inputs[name]) for name in ("given", "received"))
    return ceil((floor * (given + received) - (given - received)) / (1 - floor))
