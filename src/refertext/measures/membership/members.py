"""What measures of the membership share: who was a member when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from refertext.group.memberships import times
from refertext.measures.events import Arrival
from refertext.measures.facts import Facts
from refertext.measures.window import ONE_DAY, Window
from refertext.records import Member


def members_on(facts: Facts, day: date) -> Sequence[Member]:
    """The members of a day, in order of id; those on leave too."""
    return [member for _, member in sorted(facts.group.members.items()) if member.was_member_on(day)]


def members_at_start(facts: Facts, window: Window) -> Sequence[Member]:
    """The members of the day before a window who still were members on its first day; nobody if it has no days."""
    if not window.days:
        return []
    return [member for member in members_on(facts, window.first - ONE_DAY) if member.was_member_on(window.first)]


def arrival(member: Member, day: date) -> Arrival:
    """When somebody joined who was a member on a day: the last time before it."""
    time = max((time for time in times(member) if time.joined <= day <= time.left), key=lambda time: time.joined)
    return Arrival(time.joined, member, (*time.path, "joined"))
