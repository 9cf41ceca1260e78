"""minutes: what the record of a group meeting lacks that members wait for: who came, the next day, who presents; and
the meetings of which there is no record at all.

The coordinator keeps it, where the settings name one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from refertext.group import Group
from refertext.group.meeting_days import (
    Gap,
    days_of_unread_meetings,
    gap,
    held_meetings,
    next_meeting_day,
    somebody_came,
)
from refertext.group.unsaid import without_a_word
from refertext.insights.debts.owed import Effort, Owed, owed_in
from refertext.insights.debts.people import all_present
from refertext.insights.debts.ready import command, file_written, to_set
from refertext.problem import Part, Place
from refertext.records import Meeting, Member
from refertext.text.wording import listed

_MOST = 3
"""Of members that are named; more are counted."""


class Unaccounted(NamedTuple):
    """A meeting that does not say whether some members attended; nobody is named where it says so of nobody."""

    owed: Owed
    meeting: Meeting
    members: tuple[Member, ...]


class Open(NamedTuple):
    """A meeting that does not say what was to be fixed there: the next day (as the settings have it) or presenter."""

    owed: Owed
    meeting: Meeting
    day: date | None = None


class Unrecorded(NamedTuple):
    """Days of meetings of which nothing is recorded."""

    owed: Owed
    gap: Gap


def unaccounted(group: Group) -> tuple[Unaccounted, ...]:
    """The meetings up to the as-of day whose attendance is incomplete."""
    return group.once(_unaccounted)


def minutes(group: Group) -> tuple[Owed, ...]:
    """What the records of meetings still owe."""
    found = (unaccounted(group), without_next_day(group), without_next_presenter(group), unrecorded(group))
    return owed_in(*found)


def unrecorded(group: Group) -> Iterator[Unrecorded]:
    """The days of meetings since the last record of one, of which nothing is recorded; all of them together. Where that
    is only the day that was fixed, next-date-not-kept tells it.
    """
    missing = gap(group)
    if missing is None or not group.present_members:
        return
    days = missing.days
    them = f"meeting of {days[0]}" if len(days) == 1 else f"{len(days)} meetings since {days[0]}"
    keys = {"kind": "group", "date": days[0], "attendance": "{MEMBER: present} (a line for each)"}
    lines = file_written(f"meetings/{days[0].year}/", keys)
    owed = replace(
        _owed(group, missing.last, "next" if missing.fixed else "date", ""),
        rule="meeting-not-recorded" if missing.regular else "next-date-not-kept",
        since=days[0],
        due=days[0],
        do=f"Write down the {them}, or that {'it was' if len(days) == 1 else 'they were'} cancelled",
        write=f"{lines}; or cancelled: yes in place of attendance:, and the reason below",
        command=command("new", "meeting", "--on", days[0]),
    )
    yield Unrecorded(replace(owed, place=Place(missing.last.file, owed.place.path)), missing)


def without_next_day(group: Group) -> Iterator[Open]:
    """The meetings of the last 13 weeks that ended without the day of the next one."""
    for meeting in held_meetings(group):
        if somebody_came(meeting) and meeting.next is None and group.is_recent(meeting.date):
            day = next_meeting_day(group.settings, meeting.date)
            owed = replace(
                _owed(group, meeting, "next", "next-date-missing"),
                do=f"Fix the day of the meeting after that of {meeting.date}, and tell everybody",
                write=f"next: {day}, or the day you agreed on" if day else "next: DAY (which you agreed on)",
                command=to_set(meeting.file, ("next",), day or "DAY"),
            )
            yield Open(owed, meeting, day)


def without_next_presenter(group: Group) -> Iterator[Open]:
    """The latest meeting, if nobody is named who presents next, or only somebody who is no member any more by then."""
    for meeting in held_meetings(group)[-1:]:
        superseded = any(day > meeting.date.isoformat() for day in days_of_unread_meetings(group))
        is_named = meeting.next_presenter and not presenter_who_leaves(group, meeting)
        if somebody_came(meeting) and not is_named and group.is_recent(meeting.date) and not superseded:
            owed = replace(
                _owed(group, meeting, "next_presenter", "no-next-presenter"),
                do="Ask somebody to present at the next meeting",
                write="next_presenter: MEMBER (the id of whoever presents)",
                command=to_set(meeting.file, ("next_presenter",), "MEMBER"),
            )
            yield Open(owed, meeting)


def presenter_who_leaves(group: Group, meeting: Meeting) -> Member | None:
    """Who is to present next, but has left by then."""
    member = group.member(meeting.next_presenter)
    day = max(meeting.next or group.as_of, group.as_of)
    return member if member and member.last_day and member.last_day < day and not member.was_member_on(day) else None


def _unaccounted(group: Group) -> tuple[Unaccounted, ...]:
    return tuple(_incomplete(group))


def _incomplete(group: Group) -> Iterator[Unaccounted]:
    for meeting in held_meetings(group):
        if meeting.date == group.as_of and not somebody_came(meeting):
            continue
        owed = _owed(group, meeting, "attendance", "member-unaccounted-for")
        if not meeting.attendance:
            do = f"Write down who attended the meeting of {meeting.date}"
            write = (
                "under attendance: a line for each member, MEMBER: present (or late, substitute, excused, absent); or "
                "cancelled: yes, and the reason below"
            )
            line = command("attend", meeting.id, "MEMBER=STATUS", "--rest", "present")
            yield Unaccounted(replace(owed, do=do, write=write, command=line), meeting, ())
        elif missing := tuple(without_a_word(group, meeting)):
            do = f"Write down whether {_named(missing)} attended the meeting of {meeting.date}"
            write = (
                "under attendance: a line for each, for example "
                f"{missing[0].id}: present (or late, substitute, excused, absent)"
            )
            line = command("attend", meeting.id, *(f"{member.id}=STATUS" for member in missing))
            to = tuple(member.id for member in all_present(group, (member.id for member in missing)))
            yield Unaccounted(replace(owed, to=to, do=do, write=write, command=line), meeting, missing)


def _named(members: tuple[Member, ...]) -> str:
    names = [member.name for member in members]
    return listed(names if len(names) <= _MOST else [*names[:_MOST], f"{len(names) - _MOST} more"])


def _owed(group: Group, meeting: Meeting, key: str, rule: str) -> Owed:
    """What stands under a key of a meeting's file by the end of its day."""
    return Owed(
        topic="minutes",
        by=tuple(member.id for member in all_present(group, [group.settings.coordinator])),
        to=(),
        since=meeting.date,
        due=meeting.date,
        do="",
        write="",
        place=Place(meeting.file, (key,), Part.KEY),
        effort=Effort.LINE,
        rule=rule,
    )
