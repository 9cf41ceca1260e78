"""Newcomers in their first 90 days, and which of them drift away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from refertext.group.memberships import present_since
from refertext.group.on_record import records_begin
from refertext.measures.attendance.seatings import those
from refertext.measures.events import Arrival, Seating
from refertext.measures.facts import Facts
from refertext.measures.window import EARLY, ONE_DAY, Window

FIRST_DAYS = timedelta(days=90)
"""How long somebody is a newcomer."""
FOUR_WEEKS = timedelta(days=EARLY)
"""How long nobody can tell from gifts whether a newcomer drifts away."""
DRIFTING_ABSENCES = 2
"""With so many absences a newcomer drifts away."""


def newcomers(facts: Facts, day: date) -> Sequence[Arrival]:
    """Those who joined, or came back, in the 90 days up to a day and have been members since."""
    recent = facts.joinings.within(Window(day - FIRST_DAYS + ONE_DAY, day))
    return [joining for joining in recent if present_since(joining.record, day) == joining.day]


def drifts(facts: Facts, newcomer: Arrival, day: date) -> bool:
    """Whether a newcomer has been absent twice, or has given nothing in the first four weeks or more."""
    return len(absences(facts, newcomer, day)) >= DRIFTING_ABSENCES or bool(silent_since(facts, newcomer, day))


def absences(facts: Facts, newcomer: Arrival, day: date) -> Sequence[Seating]:
    """The absences of a newcomer up to a day."""
    return those(facts.seatings.of(newcomer.record.id).within(Window(newcomer.day, day)), "absent")


def silent_since(facts: Facts, newcomer: Arrival, day: date) -> date | None:
    """Since when a newcomer has given nothing up to a day: since joining, or since records began, as of the days before
    nobody knows. None where they gave something, or have not had four weeks to do so.
    """
    begin = records_begin(facts.group)
    if begin is None or facts.given.of(newcomer.record.id).within(Window(newcomer.day, day)):
        return None
    since = max(begin, newcomer.day)
    return since if day - since >= FOUR_WEEKS else None
