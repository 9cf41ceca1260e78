"""The calendar that people subscribe to: group meetings, and for members what pairs have to meet for (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from refertext.group import Group
from refertext.insights.calendar import meetings_ahead
from refertext.insights.debts.due import due
from refertext.insights.debts.owed import Owed
from refertext.reports.escape import one_line
from refertext.site.days import in_days, short_day
from refertext.site.site import Site

FEED = "calendar.ics"
"""The name of its file."""
AHEAD = timedelta(weeks=26)
"""How far it looks ahead."""
BACK = timedelta(days=90)
"""How far back it tells of meetings."""
_TOLD = {"one-to-ones": "One-to-one", "reviews": "Partnership review"}
"""What of all that is owed has a day in the calendar, by topic, and what it is called there."""


def calendar(site: Site) -> bytes:
    """The calendar as a file: the meetings of the last 90 days and the next 26 weeks; for members also the one-to-ones
    and reviews that are owed, each on the last day on which it is in time, or on the site's day where that is over.

    Times are in UTC, which every reader turns into its own zone. Each event keeps its identifier when its day moves,
    and equal records make equal bytes.
    """
    feed = Calendar()
    feed.add("prodid", "-//refertext//calendar//EN")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", one_line(site.group.settings.group))
    for event in _events(site):
        event.add("dtstamp", datetime.combine(site.day, time(), UTC))
        feed.add_component(event)
    made: bytes = feed.to_ical()
    return made


def _events(site: Site) -> Iterator[Event]:
    group = site.group
    recorded = (meeting.date for meeting in group.group_meetings if group.as_of - BACK <= meeting.date <= group.as_of)
    for day in sorted({*recorded, *meetings_ahead(group, group.as_of + AHEAD)}):
        yield _meeting(group, day)
    for owed in due(group, group.as_of + AHEAD) if site.is_for_members else ():
        if owed.topic in _TOLD:
            yield _appointment(group, owed)


def _meeting(group: Group, day: date) -> Event:
    """A group meeting; all day long where the settings do not say when it begins."""
    meets = group.settings.meets
    event = _event(group, f"meeting-{day}", f"{group.settings.group}: meeting")
    if meets is None or meets.time is None:
        event.add("dtstart", day)
    else:
        begins = datetime.combine(day, meets.time, ZoneInfo(group.settings.timezone))
        event.add("dtstart", begins.astimezone(UTC))
        if meets.minutes:
            event.add("dtend", begins.astimezone(UTC) + timedelta(minutes=meets.minutes))
    if meets and meets.place:
        event.add("location", one_line(meets.place))
    return event


def _appointment(group: Group, owed: Owed) -> Event:
    """Something that two should meet for, all day long."""
    called, names = _TOLD[owed.topic], " and ".join(group.name(id_) for id_ in owed.by)
    late = f", due {short_day(owed.due)}" if owed.is_overdue_on(group.as_of) else ""
    event = _event(group, f"{owed.topic}-{'-'.join(owed.by)}", f"{called}: {names}{late}")
    event.add("dtstart", max(owed.due, group.as_of))
    event.add("description", one_line(in_days(owed.do)))
    event.add("transp", "TRANSPARENT")
    return event


def _event(group: Group, key: str, summary: str) -> Event:
    """An event with an identifier that no other group's has."""
    event = Event()
    event.add("uid", f"{key}-{sha256(group.settings.group.encode()).hexdigest()[:12]}@refertext.invalid")
    event.add("summary", one_line(summary))
    return event
