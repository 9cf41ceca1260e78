"""The meetings of a year: each group meeting with its minutes, and one-to-ones, reviews and visits in short rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from refertext.measures import Window
from refertext.measures.events import Seating
from refertext.records import Meeting
from refertext.records.meeting import PRESENCES
from refertext.records.meeting import Action as Taken
from refertext.reports.words import counted
from refertext.site.markdown import markdown
from refertext.site.page import Page
from refertext.site.people import Person, people, person
from refertext.site.places import correction
from refertext.site.site import Site
from refertext.site.trades import trade
from refertext.site.years import YearCard, beside
from refertext.slips import without_log


@dataclass(frozen=True, slots=True)
class MeetingAction:
    """What somebody took on: `done` is the day it was done, None where it is not; `is_late` tells that it should be."""

    who: Person
    what: str
    due: date | None
    done: date | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class Gathering:
    """A group meeting: the public sees its day and who presented. `attendance` are the names by how they attended,
    substitutes with whom they sent; `minutes` are without the slips of the log, which are filed as records.
    """

    id: str
    day: date
    is_cancelled: bool
    presented: tuple[Person, ...]
    next: date | None
    attendance: dict[str, tuple[str, ...]]
    visitors: tuple[str, ...]
    actions: tuple[MeetingAction, ...]
    minutes: Markup
    correction: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A one-to-one, review or visit, what was written of it, and what came out of it."""

    id: str
    day: date
    kind: str
    between: tuple[Person, ...]
    is_cancelled: bool
    note: Markup
    actions: tuple[MeetingAction, ...]
    correction: str


@dataclass(frozen=True, slots=True)
class Year:
    """The meetings of a year, the latest first; `before` and `after` are the pages of the years beside it."""

    year: int
    is_for_members: bool
    gatherings: tuple[Gathering, ...]
    talks: tuple[Talk, ...]
    before: str
    after: str


def year_cards(site: Site) -> tuple[YearCard, ...]:
    """The years of which there are pages, the latest first, and how often which kinds of meetings took place."""
    return tuple(_card(site, year, found) for year, found in _by_year(site).items())


def year_pages(site: Site) -> Iterator[Page]:
    """The page of each year with a meeting, the latest first."""
    years = _by_year(site)
    seatings: dict[str, list[Seating]] = {}
    for seating in site.facts.seatings.everything.events if site.is_for_members else ():
        seatings.setdefault(seating.record.id, []).append(seating)
    for year, found in years.items():
        before, after = beside("meetings", year, years)
        view = Year(
            year=year,
            is_for_members=site.is_for_members,
            gatherings=tuple(_gathering(site, one, seatings) for one in found if one.kind == "group"),
            talks=tuple(_talk(site, one) for one in found if one.kind != "group"),
            before=before,
            after=after,
        )
        summary = f"When we met in {year}, and who presented."
        yield Page(
            f"meetings/{year}", f"Meetings of {year}", "meeting_year.html", view, entry="meetings", summary=summary
        )


def _by_year(site: Site) -> Mapping[int, Sequence[Meeting]]:
    """The meetings up to the day that the audience may see, the latest first, by year."""
    known = [one for one in site.group.meetings.values() if site.is_for_members or one.kind == "group"]
    found: dict[int, list[Meeting]] = {}
    for meeting in sorted(known, key=lambda one: (one.date, one.id), reverse=True):
        if meeting.date <= site.day:
            found.setdefault(meeting.date.year, []).append(meeting)
    return found


def _card(site: Site, year: int, found: Sequence[Meeting]) -> YearCard:
    took_place = [one for one in found if one.took_place]
    together = [one for one in took_place if one.kind == "group"]
    presented = len(site.facts.presentations.everything.within(Window(date(year, 1, 1), date(year, 12, 31))))
    said = f"{counted(len(together), 'meeting')}, {counted(presented, 'presentation')}"
    others = counted(len(took_place) - len(together), "one-to-one, review or visit", "one-to-ones, reviews and visits")
    return YearCard(year, f"meetings/{year}", said, others if site.is_for_members else "")


def _gathering(site: Site, meeting: Meeting, seatings: Mapping[str, Sequence[Seating]]) -> Gathering:
    inside, presenters = site.is_for_members, map(site.group.member, meeting.presented)
    seen = dict.fromkeys(one.id for one in presenters if one and site.has_page(one))
    return Gathering(
        id=meeting.id,
        day=meeting.date,
        is_cancelled=meeting.cancelled == "yes",
        presented=people(site, meeting.presented if inside else seen),
        next=meeting.next if inside else None,
        attendance=_attendance(site, meeting, seatings.get(meeting.id, ())),
        visitors=tuple(_visitors(site, meeting)) if inside else (),
        actions=_actions(site, meeting) if inside else (),
        minutes=markdown(without_log(meeting.text or ""), level=3) if inside else Markup(""),
        correction=correction(site, meeting) if inside else "",
    )


def _attendance(site: Site, meeting: Meeting, seatings: Sequence[Seating]) -> dict[str, tuple[str, ...]]:
    by_status: dict[str, list[str]] = {status: [] for status in PRESENCES}
    for one in seatings:
        by_status[one.status].append(_attended(site, meeting, one))
    return {status: tuple(sorted(names)) for status, names in by_status.items() if names}


def _attended(site: Site, meeting: Meeting, seating: Seating) -> str:
    """Who it is, with whom they sent, or that they told before."""
    name, written = site.group.name(seating.member), str(seating.path[-1])
    entry = meeting.attendance.get(written)
    if seating.status == "substitute" and entry and entry.name:
        return f"{name} ({entry.name}{f', {entry.business}' if entry.business else ''})"
    return f"{name} (told before)" if seating.status == "absent" and seating.noticed else name


def _visitors(site: Site, meeting: Meeting) -> Iterator[str]:
    for visitor in meeting.visitors:
        by = f", invited by {site.group.name(visitor.invited_by)}" if visitor.invited_by else ""
        what = ", ".join(word for word in (visitor.business, trade(visitor.category or "")) if word)
        yield f"{visitor.name}{f' ({what})' if what else ''}{by}"


def _talk(site: Site, meeting: Meeting) -> Talk:
    return Talk(
        id=meeting.id,
        day=meeting.date,
        kind=meeting.kind,
        between=people(site, meeting.between),
        is_cancelled=meeting.cancelled == "yes",
        note=markdown(without_log(meeting.text or ""), level=3),
        actions=_actions(site, meeting),
        correction=correction(site, meeting),
    )


def _actions(site: Site, meeting: Meeting) -> tuple[MeetingAction, ...]:
    return tuple(_action(site, one) for one in meeting.actions)


def _action(site: Site, one: Taken) -> MeetingAction:
    done = one.done if one.done and one.done <= site.day else None
    late = done is None and one.due is not None and one.due < site.day
    return MeetingAction(person(site, one.who), one.what, one.due, done, late)
