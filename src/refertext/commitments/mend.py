"""What it would take to keep a commitment, or how much room is left, in words that can be acted on."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from refertext.commitments.bound import Bound
from refertext.commitments.limits import at_most_more, under_the_limit
from refertext.commitments.meetings import meeting_after
from refertext.commitments.periods import gone, rolls
from refertext.commitments.shares import in_a_row, to_spare
from refertext.commitments.tried import Exact, Tried, counted
from refertext.commitments.verdict import Mend, Outcome
from refertext.measures import Facts, Unit
from refertext.measures.privacy import may_be_shown
from refertext.measures.wording import in_words


def mend(facts: Facts, bound: Bound, outcome: Outcome, shown: Tried, coming: Tried | None) -> Mend:
    """What it would take to keep it and from which day on, or how much room is left; empty where nobody can say.

    `coming` is the window that will be judged when the running period is over, with what is recorded so far.
    """
    if outcome in (Outcome.TOO_EARLY, Outcome.WAIVED) or bound.term.is_over:
        return Mend()
    one = coming if coming and coming.value.amount is not None else shown
    if outcome is Outcome.MISSED and one.is_met:
        return _when_it_stays_so(bound, shown, one)
    if not one.reaches:
        return _to_the_floor(facts, bound, one, f" by {one.window.last}" if one is coming else "")
    if one.at_most is not None:
        return under_the_limit(facts, bound, outcome, one)
    return Mend(to_spare(facts, bound, one))


def _when_it_stays_so(bound: Bound, missed: Tried, one: Tried) -> Mend:
    """When what was missed is forgotten, where the running period is fine so far."""
    day = one.window.last
    if bound.commitment.every:
        day = gone(bound.commitment, missed.window.first, bound.term.day)
    more = at_most_more(bound, one)
    return Mend(f"it is kept again on {day}, {f'with {more} until then' if more else 'if it stays so'}", day)


def _to_the_floor(facts: Facts, bound: Bound, one: Tried, until: str) -> Mend:
    measure = one.value.measure
    if measure.unit is Unit.SHARE and measure.failing[0]:
        return in_a_row(facts, bound, one)
    day = meeting_after(facts, bound, 1) if measure.at_meetings and rolls(bound.commitment) else None
    return Mend(_more(facts, one, until), day)


def _more(facts: Facts, one: Tried, until: str) -> str:
    """How much more it takes, of what is not a share of occasions."""
    measure = one.value.measure
    if measure.unit is Unit.SHARE:
        return f"{counted(ceil(one.lacking * one.value.n), measure.noun, 'more ')}{until}"
    if measure.unit is Unit.COUNT:
        return f"{counted(ceil(one.lacking), measure.noun, 'more ')}{until}"
    if measure.name == "balance" and one.at_least is not None and one.at_least < 1:
        return f"{counted(_gifts_to(one.at_least, one), measure.noun, 'more ')}{until}"
    if measure.unit is Unit.RATIO and measure.name != "balance":
        return f"{counted(ceil(one.lacking * one.value.n), measure.noun, 'more ')}{until}"
    if measure.unit is Unit.MONEY and may_be_shown(facts, one.value):
        return f"{in_words(one.lacking, Unit.MONEY, facts.group.settings.currency)} more{until}"
    return f"more {measure.noun[1]}{until}" if measure.unit is Unit.MONEY else ""


def _gifts_to(floor: Exact, one: Tried) -> int:
    """The fewest further gifts g so that (given + g - received) ÷ (given + g + received) reaches a floor below 1."""
    given, received = (Fraction(one.value.result.inputs[name]) for name in ("given", "received"))
    return ceil((floor * (given + received) - (given - received)) / (1 - floor))
