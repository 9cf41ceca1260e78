"""Home: how the group is doing, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from refertext.insights.calendar import last_meeting, next_meeting
from refertext.insights.debts.due import due
from refertext.insights.debts.newcomers import drifting
from refertext.insights.overview import trends
from refertext.measures import GROUP, Event, Window
from refertext.measures.registry import all_measures
from refertext.measures.window import last_year
from refertext.problem import Severity
from refertext.reports.happened import what_happened
from refertext.site.contact import office
from refertext.site.days import in_days
from refertext.site.numbers import Number, number, trend
from refertext.site.page import Page
from refertext.site.pages.first_steps import FirstStep, first_steps
from refertext.site.pages.standings import counts
from refertext.site.people import Person, people, person, present
from refertext.site.pictures.spark import Spark, spark
from refertext.site.pictures.stack import Stack, stack
from refertext.site.places import record_page
from refertext.site.site import Site
from refertext.site.tasks import Task, task
from refertext.site.trades import trade

MOST_DUE = 6
"""How much of what is due stands on the home page."""
MOST_NEWS = 8
"""How much of what is new."""
_A_WEEK = timedelta(days=6)
_OF_THE_PUBLIC = ("referrals", "introductions", "new-clients", "value")


@dataclass(frozen=True, slots=True)
class Tile:
    """A headline number with its trend over the last twelve months."""

    number: Number
    spark: Spark


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened lately."""

    day: date
    text: str
    to: str


@dataclass(frozen=True, slots=True)
class Home:
    """The home page. The next meeting's `place` and `time` are those of the settings; `mail` is where to write to. What
    concerns persons is empty for the public: what is due (`tasks`), the `news` since a day, newcomers who drift away,
    how many commitments are `kept`, and how many things check has found, by severity. There are no `tiles` as long as
    nothing is recorded; `first_steps` are what a group begins with, none for one that has begun.
    """

    group: str
    is_for_members: bool
    members: tuple[Person, ...]
    next: date | None
    time: str
    place: str
    mail: str
    wanted: tuple[str, ...]
    tiles: tuple[Tile, ...]
    tasks: tuple[Task, ...]
    more_tasks: int
    since: date
    news: tuple[News, ...]
    newcomers: tuple[Person, ...]
    kept: Stack
    findings: dict[str, int]
    first_steps: tuple[FirstStep, ...]


def home(site: Site) -> Iterator[Page]:
    """The home page."""
    group = site.group
    settings, meets = group.settings, group.settings.meets
    last = last_meeting(group)
    late = due(group, site.day) if site.is_for_members else ()
    since = min(site.day - _A_WEEK, last.date if last else site.day)
    view = Home(
        group=settings.group,
        is_for_members=site.is_for_members,
        members=people(site, (member.id for member in present(site))),
        next=next_meeting(group),
        time=f"{meets.time:%H:%M}" if meets and meets.time else "",
        place=(meets.place or "") if meets else "",
        mail=office(site),
        wanted=tuple(trade(seat.category) for seat in group.seat_notices if seat.status == "wanted"),
        tiles=tuple(_tiles(site)),
        tasks=tuple(task(site, owed) for owed in late[:MOST_DUE]),
        more_tasks=max(len(late) - MOST_DUE, 0),
        since=since,
        news=tuple(_news(site, since)) if site.is_for_members else (),
        newcomers=_newcomers(site),
        kept=_kept(site),
        findings=_findings(site),
        first_steps=tuple(first_steps(site)),
    )
    yield Page("index", "Home", "home.html", view, menu="Now", summary=f"How {settings.group} is doing.")


def _kept(site: Site) -> Stack:
    """How many commitments are kept, by outcome as on the agreements' pages; none for the public."""
    return stack(counts(site.verdicts if site.is_for_members else ()), "agreements")


def _findings(site: Site) -> dict[str, int]:
    """How much check has found, the worst first; nothing for the public."""
    counts = {severity.value: site.report.count(severity) for severity in Severity} if site.is_for_members else {}
    return {severity: count for severity, count in counts.items() if count}


def _tiles(site: Site) -> Iterator[Tile]:
    """The headline numbers: for members of the last 13 weeks beside those before, for the public of a year; none
    where nothing is recorded.
    """
    if not site.group.given_referrals and not site.group.meetings:
        return
    if site.is_for_members:
        for one in trends(site.facts):
            yield Tile(number(site, one.now, one.before), spark(trend(site, one.now.measure.name, GROUP)))
        return
    for name in _OF_THE_PUBLIC:
        value = all_measures()[name].of(site.facts, GROUP, last_year(site.day))
        yield Tile(number(site, value), spark(trend(site, name, GROUP)))


def _news(site: Site, since: date) -> Iterator[News]:
    """What was given and what came to an end after a day, the latest first."""
    window = Window(since, site.day)
    happened: list[Event] = [*site.facts.gifts.within(window), *site.facts.closings.everything.within(window)]
    for event in sorted(happened, key=lambda one: (one.day, one.record.id), reverse=True)[:MOST_NEWS]:
        yield News(event.day, in_days(what_happened(site.group, event)), record_page(site, event.record))


def _newcomers(site: Site) -> tuple[Person, ...]:
    """Newcomers who drift away."""
    found = drifting(site.group) if site.is_for_members else ()
    return tuple(person(site, one.newcomer.record.id) for one in found)
