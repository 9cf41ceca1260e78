"""Newcomers in their first 90 days, and which of them drift away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from refertext.group.memberships import present_since
from refertext.measures.attendance.seatings import those
from refertext.measures.events import Arrival
from refertext.measures.facts import Facts
from refertext.measures.window import ONE_DAY, Window

FIRST_DAYS = timedelta(days=90)
_EARLY = timedelta(days=28)


def newcomers(facts: Facts, day: date) -> Sequence[Arrival]:
    """Those who joined, or came back, in the 90 days up to a day and have been members since."""
    recent = facts.joinings.within(Window(day - FIRST_DAYS + ONE_DAY, day))
    return [joining for joining in recent if present_since(joining.record, day) == joining.day]


def drifts(facts: Facts, newcomer: Arrival, day: date) -> bool:
    """Whether a newcomer has been absent twice, or has given nothing in the first four weeks or more."""
    window = Window(newcomer.day, day)
    absent = those(facts.seatings.of(newcomer.record.id).within(window), "absent")
    gave = facts.given.of(newcomer.record.id).within(window)
    return len(absent) >= 2 or (not gave and day - newcomer.day >= _EARLY)
