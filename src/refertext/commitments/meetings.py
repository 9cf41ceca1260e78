"""The group meetings that count for those whom a commitment binds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from refertext.commitments.bound import Bound
from refertext.commitments.tried import Tried
from refertext.group.meeting_days import next_meeting_day
from refertext.measures import Facts, Kind, Subject, Window

MEETINGS = ("meeting", "meetings")
"""One, and several."""


def meeting_days(facts: Facts, subject: Subject, window: Window) -> Sequence[date]:
    """The days of the meetings in a window that count for a subject."""
    if subject.kind is Kind.MEMBER:
        return [seating.day for seating in facts.seatings.of(subject.member).within(window)]
    return [meeting.day for meeting in facts.meetings.within(window)]


def meeting_after(facts: Facts, bound: Bound, number: int) -> date | None:
    """The day of one of the next regular meetings, counted from 1; None where the group has no regular day."""
    return next(islice(regular_meetings(facts, bound.subject, bound.term.day), number - 1, None), None)


def regular_meetings(facts: Facts, subject: Subject, today: date) -> Iterator[date]:
    """The days of the next regular meetings that count for a subject, as long as anybody asks; none where the group has
    no regular day.
    """
    day = next_meeting_day(facts.group.settings, today)
    while day:
        if counts(facts, subject, day):
            yield day
        day = next_meeting_day(facts.group.settings, day)


def counts(facts: Facts, subject: Subject, day: date) -> bool:
    """Whether a meeting to come counts for a subject: those in a member's leave do not."""
    member = facts.group.members.get(subject.member) if subject.kind is Kind.MEMBER else None
    return member is None or not member.was_on_leave_on(day)


def meetings_until_gone(facts: Facts, bound: Bound, one: Tried, day: date) -> int:
    """How many meetings push a day out of a window of some meetings."""
    return sum(met <= day for met in meeting_days(facts, bound.subject, one.value.window))
