"""Newcomers in their first 90 days, and which of them drift away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from refertext.group.memberships import present_since
from refertext.measures.attendance.seatings import those
from refertext.measures.events import Arrival, Seating
from refertext.measures.facts import Facts
from refertext.measures.window import ONE_DAY, Window

FIRST_DAYS = timedelta(days=90)
"""How long somebody is a newcomer."""
EARLY = timedelta(days=28)
"""How long nobody can tell from gifts whether a newcomer drifts away."""
DRIFTING_ABSENCES = 2
"""With so many absences a newcomer drifts away."""


def newcomers(facts: Facts, day: date) -> Sequence[Arrival]:
    """Those who joined, or came back, in the 90 days up to a day and have been members since."""
    recent = facts.joinings.within(Window(day - FIRST_DAYS + ONE_DAY, day))
    return [joining for joining in recent if present_since(joining.record, day) == joining.day]


def drifts(facts: Facts, newcomer: Arrival, day: date) -> bool:
    """Whether a newcomer has been absent twice, or has given nothing in the first four weeks or more."""
    return len(absences(facts, newcomer, day)) >= DRIFTING_ABSENCES or gave_nothing(facts, newcomer, day)


def absences(facts: Facts, newcomer: Arrival, day: date) -> Sequence[Seating]:
    """The absences of a newcomer up to a day."""
    return those(facts.seatings.of(newcomer.record.id).within(Window(newcomer.day, day)), "absent")


def gave_nothing(facts: Facts, newcomer: Arrival, day: date) -> bool:
    """Whether a newcomer has given nothing up to a day, and has had four weeks to do so."""
    gave = facts.given.of(newcomer.record.id).within(Window(newcomer.day, day))
    return not gave and day - newcomer.day >= EARLY
