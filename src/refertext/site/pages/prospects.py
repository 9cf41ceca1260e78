"""Prospects: what everybody may read of them, and for members who knows whom, who wants whom, and who goes together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from refertext.insights.matches.match import has_agreed_to_be_kept, openings, wanted_and_unknown
from refertext.records import Member
from refertext.records import Prospect as Record
from refertext.reports.match_all import briefly
from refertext.site.markdown import markdown
from refertext.site.page import Page
from refertext.site.people import Person, people, person, present
from refertext.site.places import correction
from refertext.site.site import Site

MOST_MATCHES = 3
"""How many matches are shown for each who would want them, the best ones."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """A company or person: to the public `alias` and `industry` alone, and nobody who does not want to hear from us.

    `story` is the text about them, `kept` in words how they agreed to be kept here.
    """

    id: str
    alias: str
    industry: str
    name: str
    place: str
    known_by: tuple[Person, ...]
    wanted_by: tuple[Person, ...]
    do_not_contact: bool
    is_joint: bool
    story: Markup
    kept: str
    correction: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened on a joint approach."""

    day: date
    status: str


@dataclass(frozen=True, slots=True)
class Joint:
    """A prospect whom several approach together: who leads, who is with them, the plan, and what happened so far."""

    prospect: Prospect
    lead: Person
    partners: tuple[Person, ...]
    plan: str
    history: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A prospect whom `knower` knows and somebody else would want; `why` says in a few words why, and what to mind."""

    id: str
    alias: str
    name: str
    knower: Person
    why: str


@dataclass(frozen=True, slots=True)
class Wanter:
    """A member, the best few whom others could bring to them, and how many more there are."""

    who: Person
    matches: tuple[Match, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Prospects:
    """All prospects in order of alias; `joint`, `matches` and `unknown` (those whom somebody wants and nobody is
    recorded to know) are for members alone. `in_full` tells whether more is shown of them than everybody may read.
    """

    in_full: bool
    prospects: tuple[Prospect, ...]
    joint: tuple[Joint, ...]
    matches: tuple[Wanter, ...]
    unknown: tuple[Prospect, ...]


def prospects(site: Site) -> Iterator[Page]:
    """The page of all prospects."""
    records = sorted(site.group.prospects.values(), key=lambda one: (one.alias.casefold(), one.id))
    if site.is_for_members:
        shown = {one.id: _for_members(site, one) for one in records}
        unknown = tuple(shown[one.id] for one in wanted_and_unknown(site.group))
        matches = tuple(wanter for member in present(site) if (wanter := _wanter(site, member)).matches)
        view = Prospects(True, tuple(shown.values()), tuple(_joint(site, records, shown)), matches, unknown)
    else:
        view = Prospects(False, tuple(_for_all(one) for one in records if one.do_not_contact == "no"), (), (), ())
    summary = "Whom we know, and whom we would like to meet."
    yield Page("prospects", "Prospects", "prospects.html", view, menu="Business", summary=summary)


def _for_all(record: Record) -> Prospect:
    return Prospect(
        id=record.id,
        alias=record.alias,
        industry=record.industry or "",
        name="",
        place="",
        known_by=(),
        wanted_by=(),
        do_not_contact=False,
        is_joint=False,
        story=Markup(),
        kept="",
        correction="",
    )


def _for_members(site: Site, record: Record) -> Prospect:
    return Prospect(
        id=record.id,
        alias=record.alias,
        industry=record.industry or "",
        name=record.name or "",
        place=record.place or "",
        known_by=people(site, record.known_by),
        wanted_by=people(site, record.wanted_by),
        do_not_contact=record.do_not_contact == "yes",
        is_joint=record.joint is not None,
        story=markdown(record.text, level=3) if record.text else Markup(),
        kept=_kept(site, record),
        correction=correction(site, record),
    )


def _kept(site: Site, record: Record) -> str:
    consent = record.consent
    if consent is None or not has_agreed_to_be_kept(record, site.day):
        return ""
    how = f", {consent.how}" if consent.how else ""
    return f"said yes to {site.group.name(consent.by)}{how}" if consent.by else f"said yes{how}"


def _joint(site: Site, records: list[Record], shown: dict[str, Prospect]) -> Iterator[Joint]:
    for record in records:
        if record.joint:
            history = sorted((one for one in record.joint.history if one.date <= site.day), key=lambda one: one.date)
            yield Joint(
                prospect=shown[record.id],
                lead=person(site, record.joint.lead),
                partners=people(site, record.joint.with_),
                plan=record.joint.plan or "",
                history=tuple(Entry(one.date, one.status) for one in history),
            )


def _wanter(site: Site, member: Member) -> Wanter:
    found = openings(site.group, member.id)
    matches = (
        Match(
            id=one.prospect.id,
            alias=one.prospect.alias,
            name=one.prospect.name or "",
            knower=person(site, one.knower),
            why=briefly(site.group, one),
        )
        for one in found[:MOST_MATCHES]
    )
    return Wanter(person(site, member.id), tuple(matches), max(len(found) - MOST_MATCHES, 0))
