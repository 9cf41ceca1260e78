"""The days of group meetings: those held, those still reported on, those to come."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from refertext.records import Meeting, Settings
from refertext.records.meeting import IN_PERSON
from refertext.records.settings import Break, Meets

if TYPE_CHECKING:
    from refertext.group.group import Group

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FURTHEST = 366


def held_meetings(group: Group) -> list[Meeting]:
    """The group meetings up to the as-of day that were not cancelled, in order of date."""
    return [meeting for meeting in group.group_meetings if meeting.date <= group.as_of]


def somebody_came(meeting: Meeting) -> bool:
    """Whether its record says that it took place; absences may have been announced ahead."""
    came = any(attended.status in IN_PERSON for attended in meeting.attendance.values())
    return came or bool(meeting.presented)


def days_of_unread_meetings(group: Group) -> frozenset[str]:
    """The days in the names of meetings' files that could not be understood."""
    return frozenset(id_[:10] for id_ in group.unread["meetings"])


class Gap(NamedTuple):
    """The days of meetings since the last record of one, of which nothing is recorded: the one that was fixed there, if
    it has passed, then the regular ones; of those 13 weeks at most, the latest.
    """

    last: Meeting
    fixed: date | None
    regular: tuple[date, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """All of them, in order."""
        return (*([self.fixed] if self.fixed else []), *self.regular)


def gap(group: Group) -> Gap | None:
    """The days without a record since the last one; None where no day has passed, and where no meeting was ever
    recorded. A meeting that was cancelled is recorded, too, and in a break nobody meets.
    """
    known = [one for one in group.meetings.values() if one.kind == "group" and one.date <= group.as_of]
    last = max(known, key=lambda meeting: (meeting.date, meeting.cancelled == "no"), default=None)
    if last is None:
        return None
    unread = days_of_unread_meetings(group)
    fixed = last.next if last.cancelled == "no" and last.next and last.next > last.date else None
    day = next_meeting_day(group.settings, max(fixed or last.date, group.reported_from - timedelta(days=1)))
    regular = []
    while day and day < group.as_of:
        regular.append(day)
        day = next_meeting_day(group.settings, day)
    is_missing = fixed is not None and fixed < group.as_of and group.is_recent(fixed) and str(fixed) not in unread
    found = Gap(last, fixed if is_missing else None, tuple(day for day in regular if str(day) not in unread))
    return found if found.days else None


def break_on(settings: Settings, day: date) -> Break | None:
    """The break of the settings that a day falls into."""
    return next((pause for pause in settings.breaks if pause.from_ <= day <= pause.until), None)


def next_meeting_day(settings: Settings, day: date) -> date | None:
    """The first day after a day on which the group meets by its settings, or None where they do not say."""
    return _nearest_meeting_day(settings, day, 1)


def previous_meeting_day(settings: Settings, day: date) -> date | None:
    """The last day before a day on which the group should have met by its settings, or None where they do not say."""
    return _nearest_meeting_day(settings, day, -1)


def _nearest_meeting_day(settings: Settings, day: date, step: int) -> date | None:
    if settings.meets is None:
        return None
    for away in range(1, _FURTHEST):
        then = day + timedelta(days=step * away)
        if _is_meeting_day(settings.meets, then) and not break_on(settings, then):
            return then
    return None


def _is_meeting_day(meets: Meets, day: date) -> bool:
    if _WEEKDAYS[day.weekday()] != meets.weekday:
        return False
    return meets.every == "week" or meets.nth == (day.day - 1) // 7 + 1
