"""The group's days: its last meeting, its next one, and who is expected there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from refertext.group import Group
from refertext.group.meeting_days import held_meetings, next_meeting_day
from refertext.measures import Facts
from refertext.measures.events import Arrival
from refertext.measures.membership.members import members_on
from refertext.measures.membership.newcomers import newcomers
from refertext.records import Meeting, Member


def last_meeting(group: Group, before: date | None = None) -> Meeting | None:
    """The last group meeting that took place up to the as-of day, or before a day."""
    held = [meeting for meeting in held_meetings(group) if before is None or meeting.date < before]
    return held[-1] if held else None


def next_meeting(group: Group) -> date | None:
    """The day of the next group meeting after the as-of day: recorded ahead, as fixed at the last one, else by the
    settings; None where nobody can know.
    """
    ahead = [meeting.date for meeting in group.group_meetings if meeting.date > group.as_of]
    if ahead and group.as_of >= group.present:  # who looks back does not know when they were recorded
        return min(ahead)
    last = last_meeting(group)
    if last and last.next and last.next > group.as_of:
        return last.next
    return next_meeting_day(group.settings, group.as_of)


def meeting_on(group: Group, day: date) -> Meeting | None:
    """The group meeting of a day, recorded ahead or afterwards."""
    return next((meeting for meeting in group.group_meetings if meeting.date == day), None)


def expected_on(group: Group, day: date) -> list[Member]:
    """The members of a day who are not on leave, in order of name."""
    members = (m for m in group.members.values() if m.was_member_on(day) and not m.was_on_leave_on(day))
    return sorted(members, key=lambda member: (member.name, member.id))


def latecomers(facts: Facts, day: date) -> Sequence[Arrival]:
    """The newcomers of a day who came to others: where everybody is new, nobody is looked after by anybody else."""
    found = newcomers(facts, day)
    return found if len(found) < len(members_on(facts, day)) else ()


def applies_on(member: Member, day: date) -> bool:
    """Whether somebody is on the way into the group at the end of a day: a candidate of whom anything is known by then,
    and who has not been a member before.
    """
    known = member.joined is None or any(entry.date <= day for entry in member.path)
    return known and member.is_candidate_on(day) and not (member.left or member.earlier)
