"""The cycles of a partnership: promise against delivery, the contacts of both, what was learned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from refertext.insights.partners.partnerships import contact_called, has_become, is_evaluated
from refertext.records import Partnership
from refertext.records.partnership import Cycle, CycleContact
from refertext.site.pages.partnership_parts import PartnerPromise, promises
from refertext.site.people import Person, person
from refertext.site.places import record_page
from refertext.site.site import Site


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact that one of the two has listed. `to` leads to the prospect's file where there is one, `became` to the
    referral that came of it; `is_late` where its day is over and nothing has.
    """

    who: str
    to: str
    owner: Person
    promising: str
    plan: str
    by: date | None
    became: str
    has_become: bool
    is_late: bool


@dataclass(frozen=True, slots=True)
class CycleView:
    """A cycle. `when` is past, now or ahead; `is_current` tells the one whose step is shown."""

    number: int
    first: date
    last: date
    when: str
    is_current: bool
    promises: tuple[PartnerPromise, ...]
    contacts: tuple[ContactView, ...]
    evaluated: date | None
    is_evaluated: bool
    went_well: str
    change: str


def cycles(site: Site, partnership: Partnership, current: int | None) -> tuple[CycleView, ...]:
    """The cycles of a partnership, the latest first; numbered in order of their days."""
    ordered = sorted(enumerate(partnership.cycles), key=lambda one: (one[1].from_, one[1].until))
    views = [
        _cycle(site, partnership, place, is_current=place == current, number=number)
        for number, (place, _) in enumerate(ordered, 1)
    ]
    return tuple(reversed(views))


def _cycle(site: Site, partnership: Partnership, place: int, *, is_current: bool, number: int) -> CycleView:
    cycle = partnership.cycles[place]
    learned = cycle.evaluated if is_evaluated(site.group, cycle) else None
    return CycleView(
        number=number,
        first=cycle.from_,
        last=cycle.until,
        when=_when(site, cycle),
        is_current=is_current,
        promises=tuple(promises(site, partnership, place)),
        contacts=tuple(_contacts(site, cycle)),
        evaluated=learned.date if learned else None,
        is_evaluated=learned is not None,
        went_well=(learned.went_well or "") if learned else "",
        change=(learned.change or "") if learned else "",
    )


def _when(site: Site, cycle: Cycle) -> str:
    if cycle.from_ > site.day:
        return "ahead"
    return "now" if site.day <= cycle.until else "past"


def _contacts(site: Site, cycle: Cycle) -> Iterator[ContactView]:
    for contact in cycle.contacts:
        yield _contact(site, contact)


def _contact(site: Site, contact: CycleContact) -> ContactView:
    group = site.group
    has = has_become(group, contact)
    prospect, referral = group.prospect(contact.who), group.referral(contact.became)
    return ContactView(
        who=contact_called(group, contact),
        to=record_page(site, prospect) if prospect else "",
        owner=person(site, contact.from_),
        promising=contact.promising or "",
        plan=contact.plan or "",
        by=contact.by,
        became=record_page(site, referral) if referral and has else "",
        has_become=has,
        is_late=not has and contact.promising == "yes" and contact.by is not None and contact.by < site.day,
    )
