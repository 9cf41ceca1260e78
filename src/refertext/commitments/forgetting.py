"""When enough of what was missed is forgotten, where nothing that is done now brings it about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from refertext.commitments.bound import Bound
from refertext.commitments.meetings import MEETINGS, meeting_after, meetings_until_gone
from refertext.commitments.periods import gone, is_in_meetings
from refertext.commitments.tried import Tried, counted
from refertext.commitments.verdict import Mend
from refertext.measures import Facts, Measure, Window
from refertext.measures.window import ONE_DAY


def when_forgotten(facts: Facts, bound: Bound, one: Tried) -> Mend:
    """When it is kept again, or forgotten where nothing is left to judge by; empty where nobody can say, or where the
    commitment ends before.
    """
    measure = one.value.measure
    last, rest = (one.window.first, None) if bound.commitment.every else _last_to_go(facts, one)
    if last is None:
        return Mend()
    is_kept = bool(rest and rest.value.amount is not None) or _comes_by_itself(measure)
    said = "it is kept again" if is_kept else "it is forgotten"
    if is_in_meetings(bound.commitment):
        number = meetings_until_gone(facts, bound, one, last)
        words = f"{said} after {counted(number, MEETINGS)} with no more {measure.failing[1]}"
        return Mend(words, meeting_after(facts, bound, number))
    day = gone(bound.commitment, last, bound.term.day)
    return by_the_end(bound, f"{said} on {day}, {_until_then(measure)}", day)


def by_the_end(bound: Bound, said: str, day: date) -> Mend:
    """What is said of a day; nothing where the commitment ends before it."""
    return Mend(said, day) if day <= bound.term.last else Mend()


def _until_then(measure: Measure) -> str:
    if measure.settled:
        return "if all that is promised until then is delivered"
    return f"with no more {measure.failing[1]} until then"


def _comes_by_itself(measure: Measure) -> bool:
    """Whether there is something new to judge by at each meeting."""
    return measure.at_meetings and not measure.of_failings


def _last_to_go(facts: Facts, one: Tried) -> tuple[date | None, Tried | None]:
    """The day that must leave the window, with all before it, until the rest is enough or nothing; and the rest."""
    for day in _days(one):
        rest = _without(facts, one, day)
        if rest.value.amount is None or rest.is_met:
            return day, rest
    return None, None


def _days(one: Tried) -> Sequence[date]:
    """The days with which something leaves the window, in order; all of them where it does not say what."""
    result, window = one.value.result, one.value.window
    events = chain(*result.beside().values()) if one.value.measure.settled else result.among
    days = sorted({event.day for event in events})
    return days or [window.first + n * ONE_DAY for n in range(window.days)]


def _without(facts: Facts, one: Tried, day: date) -> Tried:
    """What is left of a window without the days up to one."""
    window = Window(day + ONE_DAY, one.value.window.last)
    return replace(one, value=one.value.measure.of(facts, one.value.subject, window, one.weights))
