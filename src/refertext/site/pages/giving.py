"""Giving: who gave what to whom, and on which days, as the page of referrals shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from refertext.insights.grid import members_in, months_on_record, with_the_whole_month
from refertext.measures import GROUP, Window, a_member, a_pair
from refertext.measures.registry import all_measures
from refertext.measures.window import last_year, period_of
from refertext.site.people import Person, person
from refertext.site.pictures.who_to_whom import WhoToWhom, who_to_whom
from refertext.site.places import record_page
from refertext.site.site import Site


@dataclass(frozen=True, slots=True)
class Given:
    """Something given: the day, and where the site shows it."""

    day: date
    to: str


@dataclass(frozen=True, slots=True)
class Handed:
    """What one member gave another in the last twelve months."""

    receiver: Person
    count: int
    gifts: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Giver:
    """What a member gave in the last twelve months, in all and to each other one, and how much they received."""

    who: Person
    gave: int
    received: int
    handed: tuple[Handed, ...]


@dataclass(frozen=True, slots=True)
class Busy:
    """A day on which something was given: how much, and where the site shows the first of it."""

    day: date
    count: int
    to: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar, and the days of it on which something was given; `is_running` while it is not over."""

    first: date
    is_running: bool
    count: int
    days: tuple[Busy, ...]


def givers(site: Site) -> Iterator[Giver]:
    """Everybody who was a member in the last twelve months, in order of name."""
    facts, window = site.facts, last_year(site.day)
    ids = sorted(members_in(facts, window), key=lambda id_: (site.group.name(id_), id_))
    whom = {id_: person(site, id_) for id_ in ids}
    gave, received = (all_measures()[name] for name in ("contributions", "contributions-received"))
    for id_ in ids:
        handed = [(other, gave.of(facts, a_pair(id_, other), window).result.counted) for other in ids if other != id_]
        yield Giver(
            who=whom[id_],
            gave=gave.of(facts, a_member(id_), window).n,
            received=received.of(facts, a_member(id_), window).n,
            handed=tuple(
                Handed(whom[other], len(gifts), tuple(Given(one.day, record_page(site, one.record)) for one in gifts))
                for other, gifts in handed
                if gifts
            ),
        )


def square(givers: Sequence[Giver]) -> WhoToWhom:
    """The picture of who gave to whom."""
    places = {giver.who.id: place for place, giver in enumerate(givers)}
    counts = {(place, places[one.receiver.id]): one.count for place, giver in enumerate(givers) for one in giver.handed}
    return who_to_whom([giver.who.name for giver in givers], counts)


def calendar_year(site: Site) -> Window:
    """The last year, from the beginning of a month on."""
    return with_the_whole_month(last_year(site.day))


def months(site: Site) -> Iterator[Month]:
    """The months of the last year on record, the earliest first; all but the running one are whole."""
    measure = all_measures()["contributions"]
    for month in months_on_record(site.group, calendar_year(site)):
        counted = measure.of(site.facts, GROUP, month).result.counted
        days = [(day, list(those)) for day, those in groupby(counted, key=lambda event: event.day)]
        yield Month(
            first=month.first,
            is_running=month != period_of(month.first, "month"),
            count=len(counted),
            days=tuple(Busy(day, len(those), record_page(site, those[-1].record)) for day, those in days),
        )
