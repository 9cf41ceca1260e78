"""Meetings: when the next one is, whose turn it is to present, who came to the last ones, and the years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from refertext.insights.agenda import agenda
from refertext.insights.calendar import last_meeting, next_meeting
from refertext.measures import Window, a_member
from refertext.measures.events import Held
from refertext.measures.registry import all_measures
from refertext.measures.window import ONE_DAY
from refertext.records import Member
from refertext.site.numbers import Number, number
from refertext.site.page import Page
from refertext.site.pages.meeting_year import year_cards, year_pages
from refertext.site.people import Person, person, present
from refertext.site.pictures.attendance_grid import AttendanceGrid, attendance_grid
from refertext.site.places import record_page
from refertext.site.site import Site
from refertext.site.years import YearCard

SHOWN = 26
"""How many meetings the picture of attendance shows, the latest ones."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is to present: the last presentation, None where there was none, and where the site shows it."""

    who: Person
    last: date | None
    to: str


@dataclass(frozen=True, slots=True)
class Missed:
    """A meeting to which somebody did not simply come."""

    day: date
    to: str


@dataclass(frozen=True, slots=True)
class Attended:
    """How a member attended the last meetings: `attendance` with its evidence, and the others by how it was: late,
    substitute, excused, absent, on leave.
    """

    who: Person
    attendance: Number
    others: dict[str, tuple[Missed, ...]]


@dataclass(frozen=True, slots=True)
class Meetings:
    """Group meetings. `presenter` is who presents next, None where nobody has been named. For members alone: `turns`,
    longest waiting first, `grid` and `rows`, the attendance of the last meetings; no grid where there was none.
    """

    is_for_members: bool
    next: date | None
    time: str
    place: str
    presenter: Person | None
    turns: tuple[Turn, ...]
    shown: int
    grid: AttendanceGrid | None
    rows: tuple[Attended, ...]
    years: tuple[YearCard, ...]


def meetings(site: Site) -> Iterator[Page]:
    """The page of all meetings, and that of each year."""
    group, meets = site.group, site.group.settings.meets
    last = last_meeting(group)
    named = group.member(last.next_presenter) if last else None
    held = list(site.facts.meetings.events[-SHOWN:]) if site.is_for_members else []
    attended = _attended(site, held)
    view = Meetings(
        is_for_members=site.is_for_members,
        next=next_meeting(group),
        time=f"{meets.time:%H:%M}" if meets and meets.time else "",
        place=(meets.place or "") if meets else "",
        presenter=person(site, named.id) if named and site.has_page(named) else None,
        turns=tuple(_turns(site)) if site.is_for_members else (),
        shown=len(held),
        grid=_grid(site, held, attended) if held else None,
        rows=tuple(_row(site, member, held, attended) for member in present(site)) if held else (),
        years=year_cards(site),
    )
    yield Page(
        "meetings", "Meetings", "meetings.html", view, menu="Ground rules", summary="When we meet, and when we met."
    )
    yield from year_pages(site)


def _turns(site: Site) -> Iterator[Turn]:
    """Whose turn it is to present at the next meeting."""
    for turn in agenda(site.group, next_meeting(site.group) or site.day + ONE_DAY).turns:
        last = site.facts.presentations.of(turn.member.id).last(site.day)
        yield Turn(person(site, turn.member.id), turn.last, record_page(site, last.record) if last else "")


def _attended(site: Site, held: Sequence[Held]) -> Mapping[tuple[str, str], str]:
    """How each member attended some meetings, by their ids and the meetings'; those on leave, too."""
    if not held:
        return {}
    window = Window(held[0].day, held[-1].day)
    found: dict[tuple[str, str], str] = {
        (member.id, one.record.id): "leave"
        for member in site.group.present_members
        for one in held
        if member.was_member_on(one.day) and member.was_on_leave_on(one.day)
    }
    seatings = site.facts.seatings.everything.within(window)
    return found | {(one.member, one.record.id): one.status for one in seatings}


def _grid(site: Site, held: Sequence[Held], attended: Mapping[tuple[str, str], str]) -> AttendanceGrid:
    members = present(site)
    places = {
        (row, at): attended[member.id, one.record.id]
        for row, member in enumerate(members)
        for at, one in enumerate(held)
        if (member.id, one.record.id) in attended
    }
    return attendance_grid([member.name for member in members], [one.day for one in held], places)


def _row(site: Site, member: Member, held: Sequence[Held], attended: Mapping[tuple[str, str], str]) -> Attended:
    others: dict[str, list[Missed]] = {}
    for one in held:
        status = attended.get((member.id, one.record.id), "present")
        if status != "present":
            others.setdefault(status, []).append(Missed(one.day, record_page(site, one.record)))
    value = all_measures()["attendance"].of(site.facts, a_member(member.id), Window(held[0].day, site.day))
    return Attended(
        who=person(site, member.id),
        attendance=number(site, value),
        others={status: tuple(those) for status, those in sorted(others.items())},
    )
