"""The group meetings that count for those whom a commitment binds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from refertext.commitments.bound import Bound
from refertext.commitments.tried import Tried
from refertext.group.meeting_days import next_meeting_day
from refertext.measures import Facts, Kind, Window

MEETINGS = ("meeting", "meetings")
"""One, and several."""


def meeting_days(facts: Facts, bound: Bound, window: Window) -> Sequence[date]:
    """The days of the meetings in a window that count for the subject."""
    if bound.subject.kind is Kind.MEMBER:
        return [seating.day for seating in facts.seatings.of(bound.subject.member).within(window)]
    return [meeting.day for meeting in facts.meetings.within(window)]


def meeting_after(facts: Facts, bound: Bound, number: int) -> date | None:
    """The day of one of the next regular meetings, counted from 1; None where the group has no regular day."""
    return next(islice(regular_meetings(facts, bound), number - 1, None), None)


def regular_meetings(facts: Facts, bound: Bound) -> Iterator[date]:
    """The days of the next regular meetings, as long as anybody asks; none where the group has no regular day."""
    day = next_meeting_day(facts.group.settings, bound.term.day)
    while day:
        yield day
        day = next_meeting_day(facts.group.settings, day)


def meetings_until_gone(facts: Facts, bound: Bound, one: Tried, day: date) -> int:
    """How many meetings push a day out of a window of some meetings."""
    return sum(met <= day for met in meeting_days(facts, bound, one.value.window))
