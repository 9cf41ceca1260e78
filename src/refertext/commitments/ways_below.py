"""Ways back below a limit of what is not counted: a median, a share, a balance, a state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import count
from math import ceil, floor
from statistics import median

from refertext.commitments.bound import Bound
from refertext.commitments.meetings import meeting_after
from refertext.commitments.periods import gone, rolls
from refertext.commitments.shares import in_a_row_if, successes_needed
from refertext.commitments.tried import Exact, Tried, counted
from refertext.commitments.verdict import Mend, Outcome
from refertext.measures import Facts, Unit
from refertext.measures.events import Gift, Handling, Reached

_DAYS = ("day", "days")
_GIFTS = ("contribution received", "contributions received")
_NEWS = ("open gift", "open gifts")


def way_below(facts: Facts, bound: Bound, one: Tried) -> Mend:
    """What it takes to come below a limit that is exceeded; empty where nobody can say."""
    measure, limit = one.value.measure, one.at_most or Fraction(0)
    until = f" by {one.window.last}" if bound.term.running else ""
    if measure.unit is Unit.DAYS and measure.at_end:
        return Mend(_with_news(one, limit))
    if measure.unit is Unit.DAYS:
        return _with_quick_ones(bound, one, limit, until)
    if measure.name == "concentration":
        return Mend(_to_whom_got_least(facts, one, limit, until))
    if measure.unit is Unit.SHARE and measure.failing[0]:
        day = meeting_after(facts, bound, 1) if measure.at_meetings and rolls(bound.commitment) else None
        return Mend(_with_others(one, limit, until), day)
    if measure.name == "balance" and limit > -1:
        return Mend(f"{counted(_received_to(limit, one), _GIFTS, 'more ')}{until}")
    return Mend()


def one_too_many(bound: Bound, outcome: Outcome, one: Tried) -> str:
    """What must not come next where a limit is reached: of what has one more with each gift, in a window that rolls."""
    is_of_gifts = one.value.measure.name in ("balance", "concentration") and (one.at_most or 0) < 1
    if outcome is not Outcome.AT_RISK or not is_of_gifts or not rolls(bound.commitment):
        return ""
    return f"the next {one.value.measure.noun[0]} would be one too many"


def _with_news(one: Tried, limit: Exact) -> str:
    """Of a longest silence: how many of the open ones have been silent for too long."""
    handled = [event for event in one.value.result.counted if isinstance(event, Handling)]
    silent = sum(event.silence_on(one.value.window.last) > limit for event in handled)
    return f"it takes news of {counted(silent, _NEWS)}" if silent else ""


def _with_quick_ones(bound: Bound, one: Tried, limit: Exact, until: str) -> Mend:
    """Of a median of days: how many further ones within the limit bring it down; where the window rolls, also when it
    is down by itself.
    """
    waited = [event.waited for event in one.value.result.counted if isinstance(event, Reached)]
    if limit < 0 or not waited:
        return Mend()
    number, noun = quick_ones_needed(waited, limit), one.value.measure.noun
    said = f"it takes {counted(number, noun, 'more ')} within {counted(floor(limit), _DAYS)}{until}"
    out = to_forget(waited, limit) if rolls(bound.commitment) else None
    if out is None:
        return Mend(said)
    day = gone(bound.commitment, one.value.result.counted[out - 1].day, bound.term.day)
    return Mend(f"{said}; without any it is kept again on {day}")


def quick_ones_needed(waited: Sequence[int], limit: Exact) -> int:
    """The smallest number of further ones, each as late as the limit allows, that brings a median down to it."""
    quick = floor(limit)
    return next(more for more in range(1, len(waited) + 2) if median([*waited, *[quick] * more]) <= limit)


def to_forget(waited: Sequence[int], limit: Exact) -> int | None:
    """How many of the oldest must be forgotten until the median of the others is no more than a limit; None where it
    never is.
    """
    return next((out for out in range(1, len(waited)) if median(waited[out:]) <= limit), None)


def _with_others(one: Tried, limit: Exact, until: str) -> str:
    """Of a share: how many of those that do not count bring it down, if the ones so far stay."""
    counting = set(map(id, one.value.result.counted))
    others = [id(event) not in counting for event in one.value.result.among]
    number = successes_needed(others, 1 - limit, None)
    return f"it takes {counted(number, one.value.measure.failing)}{in_a_row_if(number)}{until}" if number else ""


def _to_whom_got_least(facts: Facts, one: Tried, limit: Exact, until: str) -> str:
    """Of the largest share of gifts to one member: after how many gifts to others it is small enough. Where they all go
    to one of these, that one's share may be too large then, so each goes to whoever got least.
    """
    gifts = {id(event): event for event in one.value.result.among if isinstance(event, Gift)}
    counts = Counter(receiver for gift in gifts.values() for receiver in gift.receivers)
    members = [member.id for member in facts.group.present_members if member.id != one.value.subject.member]
    number = gifts_needed(max(counts.values()), [counts[id_] for id_ in members], one.value.n, limit)
    if number is None:
        return ""
    said = "1 gift" if number == 1 else f"{number} gifts, each"
    return f"it takes {said} to whoever got least{until}"


def gifts_needed(most: int, had: Sequence[int], n: int, limit: Exact) -> int | None:
    """The smallest number of further gifts, each to whoever had least of those who `had` so many each, after which the
    `most` that anybody had of `n`, or anybody has then, is no more than a limit. None where they are too few for that.
    """
    if limit * len(had) < 1:
        return None
    for more in count(1):
        highest = floor(limit * (n + more))
        if most <= highest and sum(max(highest - number, 0) for number in had) >= more:
            return more
    return None


def _received_to(limit: Exact, one: Tried) -> int:
    """The fewest further gifts received so that a balance is no more than a limit."""
    given, received = (Fraction(one.value.result.inputs[name]) for name in ("given", "received"))
    return ceil(((given - received) - limit * (given + received)) / (1 + limit))
