"""Since when something is known of somebody, and the time before to compare with."""

from __future__ import annotations

from datetime import date, timedelta

from refertext.group import Group
from refertext.group.memberships import times
from refertext.group.on_record import records_begin
from refertext.measures import GROUP, Facts, Subject, Window
from refertext.measures.window import ONE_DAY, rolling
from refertext.records import Duration

_SHORTER = 3
"""By so many days at most some months, or a year, are shorter than those after them."""


def known_since(group: Group, subject: Subject) -> date | None:
    """The first day on which something about a subject may be recorded: of members not before they joined."""
    begin = records_begin(group)
    joined = [min((time.joined for time in times(group.members[id_])), default=date.max) for id_ in subject.ids]
    return max([begin, *joined]) if begin else None


def time_before(
    facts: Facts, window: Window, length: Duration | None = None, subject: Subject = GROUP
) -> Window | None:
    """The time to compare a window with: of the same `length`, or as many days, right before it; of meetings, as many
    meetings. None where the records of the subject do not reach back to its first day.
    """
    begin = known_since(facts.group, subject)
    if begin is None or begin >= window.first:
        return None
    known = Window(begin, window.first - ONE_DAY)
    first = _first_day(facts, known, window, length)
    return Window(first, known.last) if first and begin <= first else None


def _first_day(facts: Facts, known: Window, window: Window, length: Duration | None) -> date | None:
    """Where a time as long as a window begins that ends with the known days."""
    if length and length.unit == "meetings":
        held = facts.meetings.within(known)
        return held[-length.count].day if len(held) >= length.count else None
    if known.days + _SHORTER < window.days:
        return None
    return rolling(length, known.last).first if length else window.first - timedelta(days=window.days)
