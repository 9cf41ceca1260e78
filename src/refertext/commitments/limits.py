"""Limits: how much may still come, and when enough of what counts is forgotten."""

from __future__ import annotations

from bisect import bisect_left
from math import floor

from refertext.commitments.bound import Bound
from refertext.commitments.forgetting import by_the_end
from refertext.commitments.meetings import MEETINGS, meeting_after, meetings_until_gone
from refertext.commitments.periods import begun, gone, is_in_meetings
from refertext.commitments.tried import Exact, Tried, counted
from refertext.commitments.verdict import Mend, Outcome
from refertext.commitments.ways_below import one_too_many, way_below
from refertext.measures import Event, Facts, Unit, Window
from refertext.measures.window import ONE_DAY, period_of


def under_the_limit(facts: Facts, bound: Bound, outcome: Outcome, one: Tried) -> Mend:
    """What it takes to stay below a limit, or to come below it again."""
    if one.value.measure.unit is not Unit.COUNT or one.value.measure.at_end:
        return way_below(facts, bound, one) if outcome is Outcome.MISSED else Mend(one_too_many(bound, outcome, one))
    if outcome is Outcome.MISSED:
        return _kept_again(facts, bound, one)
    if outcome is Outcome.AT_RISK:
        return Mend(_no_more(facts, bound, one))
    room = floor(one.room or 0)
    until = f" until {one.window.last}" if bound.term.running else ""
    return Mend(f"room for {counted(room, noun(bound, one), 'more ')}{until}" if room > 0 else "")


def at_most_more(bound: Bound, one: Tried) -> str:
    """What may still come below a limit: `at most 2 more absences`, or `no more absences`; empty without a limit, and
    of what is not counted.
    """
    if one.value.measure.unit is not Unit.COUNT or one.value.measure.at_end or one.room is None:
        return ""
    room = floor(one.room)
    return f"at most {counted(room, noun(bound, one), 'more ')}" if room > 0 else _without(bound, one)


def _no_more(facts: Facts, bound: Bound, one: Tried) -> str:
    """Until when nothing more may come, where the limit is reached."""
    more = _without(bound, one)
    if one.value.measure.longest:
        return more
    if bound.commitment.every:
        return f"{more} until {one.window.last}"
    event = _last_to_go(facts, bound, one, (one.at_most or 0) - 1)
    if event is None:
        return more
    if is_in_meetings(bound.commitment):
        number = meetings_until_gone(facts, bound, one, event.day) - 1
        return f"{more} at the next {counted(number, MEETINGS) if number > 1 else 'meeting'}" if number > 0 else ""
    forgotten = gone(bound.commitment, event.day, bound.term.day)
    return f"{more} until {begun(bound.commitment, forgotten) - ONE_DAY}"


def _kept_again(facts: Facts, bound: Bound, one: Tried) -> Mend:
    """When a limit that is exceeded is no more."""
    commitment, today = bound.commitment, bound.term.day
    if commitment.every:
        return _if_the_next_ones_are(bound, one)
    event = _last_to_go(facts, bound, one, one.at_most or 0)
    if event is None:
        return Mend()
    if is_in_meetings(commitment):
        number = meetings_until_gone(facts, bound, one, event.day)
        said = f"it is kept again after {counted(number, MEETINGS)} with {_without(bound, one)}"
        return Mend(said, meeting_after(facts, bound, number))
    day = gone(commitment, event.day, today)
    return by_the_end(bound, f"it is kept again on {day}, with {_without(bound, one)} until then", day)


def _if_the_next_ones_are(bound: Bound, one: Tried) -> Mend:
    """When a period in which a limit is exceeded is forgotten."""
    every = bound.commitment.every or "day"
    day = gone(bound.commitment, one.window.first, bound.term.day)
    is_next = period_of(one.window.last + ONE_DAY, every).last == day
    which = f"the next {every}" if is_next else f"each {every} after {one.window.last}"
    return by_the_end(bound, f"it is kept again on {day}, if {which} stays within the limit", day)


def _last_to_go(facts: Facts, bound: Bound, one: Tried, limit: Exact) -> Event | None:
    """The event that must leave the window, with all before it, until no more than a limit is left."""
    value = one.value
    events = value.result.among if value.measure.longest else value.result.counted  # beside the longest run are others

    def is_enough(event: Event) -> bool:
        rest = Window(event.day + ONE_DAY, value.window.last)
        left = value.measure.of(facts, value.subject, rest, bound.commitment.weights).amount
        return left is None or left <= limit

    number = bisect_left(events, True, key=is_enough)
    return events[number] if number < len(events) else None


def _without(bound: Bound, one: Tried) -> str:
    return f"no more {noun(bound, one)[1]}".rstrip()


def noun(bound: Bound, one: Tried) -> tuple[str, str]:
    """What the counted are called; nothing where weights count something else than absences."""
    if bound.commitment.weights.get("absent") == 0:
        return ("in a row", "in a row") if one.value.measure.longest else ("", "")
    return one.value.measure.noun
