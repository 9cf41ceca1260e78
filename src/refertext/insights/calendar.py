"""The group's days: its last meeting, its next one, and who is expected there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from refertext.group import Group
from refertext.group.meeting_days import days_of_unread_meetings, held_meetings, next_meeting_day, somebody_came
from refertext.measures import Facts
from refertext.measures.events import Arrival
from refertext.measures.membership.members import members_on
from refertext.measures.membership.newcomers import FOUR_WEEKS, drifts, newcomers
from refertext.measures.window import ONE_DAY
from refertext.records import Meeting, Member


def last_meeting(group: Group, before: date | None = None) -> Meeting | None:
    """The last group meeting that took place up to the as-of day, or before a day."""
    held = [meeting for meeting in held_meetings(group) if before is None or meeting.date < before]
    held = [meeting for meeting in held if not is_written_ahead(group, meeting)]
    return held[-1] if held else None


def is_written_ahead(group: Group, meeting: Meeting) -> bool:
    """Whether a record is not yet that of what happened: the day is to come, or nobody is entered as having come."""
    return meeting.date > group.present or (meeting.date == group.present and not somebody_came(meeting))


def next_meeting(group: Group) -> date | None:
    """The day of the next group meeting: the as-of day itself while nobody is entered as having come, else one recorded
    ahead, as fixed at the last one, or by the settings; None where nobody can know.
    """
    if _is_to_come_today(group):
        return group.as_of
    ahead = [meeting.date for meeting in group.group_meetings if meeting.date > group.as_of]
    if ahead and group.as_of >= group.present:  # who looks back does not know when they were recorded
        return min(ahead)
    last = last_meeting(group)
    if last and last.next and last.next > group.as_of:
        return last.next
    return next_meeting_day(group.settings, group.as_of)


def meetings_ahead(group: Group, until: date) -> list[date]:
    """The days of the group meetings from the as-of day to a day, in order: today's, the next one and those that follow
    it by the settings, those recorded ahead; without those that were cancelled ahead.
    """
    days = {group.as_of} if _meets_today(group) else set()
    day = next_meeting(group)
    while day and day <= until:
        days.add(day)
        day = next_meeting_day(group.settings, day)
    known_until = until if group.as_of >= group.present else group.as_of
    recorded = [m for m in group.meetings.values() if m.kind == "group" and group.as_of <= m.date <= known_until]
    return sorted(days - {m.date for m in recorded} | {m.date for m in recorded if m.is_group_meeting})


def _is_to_come_today(group: Group) -> bool:
    """Whether the as-of day is one of a meeting of which nothing is told yet."""
    today = next((m for m in group.meetings.values() if m.kind == "group" and m.date == group.as_of), None)
    if today:
        return today.is_group_meeting and not somebody_came(today)
    return _meets_today(group) and group.as_of.isoformat() not in days_of_unread_meetings(group)


def _meets_today(group: Group) -> bool:
    """Whether the as-of day is one of a meeting, as fixed at the last one, else by the settings."""
    last = last_meeting(group, group.as_of)
    fixed = last.next if last else None
    if fixed and fixed >= group.as_of:
        return fixed == group.as_of
    return next_meeting_day(group.settings, group.as_of - ONE_DAY) == group.as_of


def meeting_on(group: Group, day: date) -> Meeting | None:
    """The group meeting of a day, recorded ahead or afterwards."""
    return next((meeting for meeting in group.group_meetings if meeting.date == day), None)


def expected_on(group: Group, day: date) -> list[Member]:
    """The members of a day who are not on leave, in order of name."""
    members = (m for m in group.members.values() if m.was_expected_on(day))
    return sorted(members, key=lambda member: (member.name, member.id))


def latecomers(facts: Facts, day: date) -> Sequence[Arrival]:
    """The newcomers of a day who came to others. Where everybody is new, those are looked after who came later than the
    first ones, and who drift away.
    """
    found = newcomers(facts, day)
    if len(found) < len(members_on(facts, day)):
        return found
    later = min((one.day for one in found), default=day) + FOUR_WEEKS
    return [one for one in found if one.day >= later or drifts(facts, one, day)]


def applies(group: Group, member: Member) -> bool:
    """Whether somebody is on the way into the group on the as-of day: a candidate who has not been a member before. Who
    looks back sees those with whom somebody had talked by then; when a file without a day was written, nobody knows.
    """
    is_known = any(entry.date <= group.as_of for entry in member.path)
    is_known |= group.as_of >= group.present and member.joined is None
    return is_known and member.is_candidate_on(group.as_of) and not (member.left or member.earlier)
