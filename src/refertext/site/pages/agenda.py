"""The sheet for the next meeting, to be printed: who reports on what, who is to be thanked, who sits down with whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from refertext.group.meeting_days import break_on
from refertext.insights.agenda import Agenda as Planned
from refertext.insights.agenda import Reporting as Reports
from refertext.insights.agenda import agenda as planned
from refertext.insights.calendar import next_meeting
from refertext.measures import Event
from refertext.measures.window import ONE_DAY
from refertext.reports.agenda import candidates, presenting, visitors, who_comes
from refertext.reports.happened import what_happened
from refertext.site.days import in_days
from refertext.site.gifts import OpenGift, open_gift
from refertext.site.page import Page
from refertext.site.people import Pair, Person, pair, person
from refertext.site.places import record_page
from refertext.site.sentences import plainly
from refertext.site.site import Site
from refertext.site.tasks import Task, task

MOST = 16
"""How many lines of a kind stand on the sheet; the others are counted, so that it fits on two pages."""
MOST_REPORTS = 45
"""How many reports."""


@dataclass(frozen=True, slots=True)
class Line:
    """Something to tick: what it is, and where the site shows it, empty where it does not."""

    text: str
    to: str


@dataclass(frozen=True, slots=True)
class Reporting:
    """What a member reports on, the most silent first, as it will stand at the meeting."""

    who: Person
    gifts: tuple[OpenGift, ...]


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A part of the sheet: lines to tick, or tasks, and how many more there are."""

    title: str
    lines: tuple[Line, ...] = ()
    tasks: tuple[Task, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Agenda:
    """The sheet. `day` is None where nobody knows when the next meeting is. `pause` is a break that the day falls into,
    `after` the day of the meeting after it, `comes` who is expected and who is not, as a sentence. `first` are the
    parts before the reports on what was received, `then` those after; `fresh` how many open gifts each member has of
    which no news is late, and `more_reports` how many reports are not shown.
    """

    group: str
    day: date | None
    time: str
    place: str
    pause: str
    comes: str
    after: date | None
    first: tuple[SheetPart, ...]
    reports: tuple[Reporting, ...]
    more_reports: int
    fresh: dict[str, int]
    then: tuple[SheetPart, ...]
    pairs: tuple[Pair, ...]


def agenda(site: Site) -> Iterator[Page]:
    """The sheet for the next meeting; none for the public."""
    if not site.is_for_members:
        return
    day = next_meeting(site.group)
    title = f"{day:%A} sheet" if day else "Next meeting"
    summary = "Who reports on what, whom to thank, and who sits down with whom."
    yield Page("agenda", title, "agenda.html", _sheet(site, day), menu="Now", summary=summary)


def _sheet(site: Site, day: date | None) -> Agenda:
    group, meets = site.group, site.group.settings.meets
    sheet = planned(group, day or site.day + ONE_DAY)
    reports, more = _reports(site, sheet)
    return Agenda(
        group=group.settings.group,
        day=day,
        time=f"{meets.time:%H:%M}" if meets and meets.time else "",
        place=(meets.place or "") if meets else "",
        pause=_pause(site, day) if day else "",
        comes=who_comes(sheet),
        after=sheet.after if day else None,
        first=tuple(part for part in _first(site, sheet) if part.lines or part.tasks),
        reports=reports,
        more_reports=more,
        fresh={one.member.name: len(one.fresh) for one in sheet.reporting if one.fresh},
        then=tuple(part for part in _then(site, sheet) if part.tasks),
        pairs=tuple(pair(site, one) for one in sheet.pairs),
    )


def _pause(site: Site, day: date) -> str:
    pause = break_on(site.group.settings, day)
    why = f" ({pause.why})" if pause and pause.why else ""
    return in_days(f"The group takes a break from {pause.from_} to {pause.until}{why}.") if pause else ""


def _first(site: Site, sheet: Planned) -> Iterator[SheetPart]:
    yield _lines(site, "Presenting", presenting(sheet))
    yield _lines(site, "Visitors and newcomers", visitors(site.group, sheet))
    yield _lines(site, "Candidates", candidates(sheet))
    yield _tasks(site, sheet, "Thanks to say", "thanks")
    yield _news(site, in_days(f"New since {sheet.since}"), sheet.given)
    yield _news(site, in_days(f"Closed since {sheet.since}"), sheet.closed)
    yield _tasks(site, sheet, "Questions that wait for an answer", "questions")


def _then(site: Site, sheet: Planned) -> Iterator[SheetPart]:
    yield _tasks(site, sheet, "Actions", "actions")
    yield _tasks(site, sheet, "Concerns", "concerns")


def _lines(site: Site, title: str, texts: Iterable[str]) -> SheetPart:
    found = [Line(plainly(site, text), "") for text in texts]
    return SheetPart(title, tuple(found[:MOST]), more=max(len(found) - MOST, 0))


def _news(site: Site, title: str, events: Sequence[Event]) -> SheetPart:
    """What happened, the latest first."""
    latest = list(reversed(events))[:MOST]
    lines = [Line(in_days(what_happened(site.group, event)), record_page(site, event.record)) for event in latest]
    return SheetPart(title, tuple(lines), more=len(events) - len(lines))


def _tasks(site: Site, sheet: Planned, title: str, topic: str) -> SheetPart:
    owed = sheet.debts[topic]
    return SheetPart(
        title, tasks=tuple(task(site, one, sheet.day) for one in owed[:MOST]), more=max(len(owed) - MOST, 0)
    )


def _reports(site: Site, sheet: Planned) -> tuple[tuple[Reporting, ...], int]:
    """The most silent gifts by those who report on them, and how many more there are."""
    days = sorted(
        (one.handling.silence_on(sheet.day) for report in sheet.reporting for one in report.owed), reverse=True
    )
    least = days[MOST_REPORTS] + 1 if len(days) > MOST_REPORTS else 0
    found = [_report(site, report, sheet.day, least) for report in sheet.reporting]
    shown = tuple(report for report in found if report.gifts)
    return shown, len(days) - sum(len(report.gifts) for report in shown)


def _report(site: Site, report: Reports, day: date, least: int) -> Reporting:
    silent = [one for one in report.owed if one.handling.silence_on(day) >= least]
    return Reporting(person(site, report.member.id), tuple(open_gift(site, one.handling, day) for one in silent))
