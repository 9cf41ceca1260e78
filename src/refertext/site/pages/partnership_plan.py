"""What two partners plan and do together: their action plan, what is due, reviews, concerns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from refertext.group import Group
from refertext.group.pairs import pair
from refertext.insights.debts.due import debts
from refertext.insights.debts.owed import Owed
from refertext.insights.partners.partnerships import was_known
from refertext.measures import Window
from refertext.measures.contact.reviews import reviews_between
from refertext.records import Partnership
from refertext.records.partnership import PlanStep
from refertext.site.numbers import Evidence, evidence
from refertext.site.people import Person, person
from refertext.site.site import Site
from refertext.site.tasks import Task, task


@dataclass(frozen=True, slots=True)
class PlanAction:
    """A step of the shared action plan. `material` is the name of its file; `page` leads to it where it is a page of
    the site, `file` where it is another one in docs/.
    """

    what: str
    by: Person
    due: date | None
    done: date | None
    is_late: bool
    channel: str
    material: str
    page: str
    file: str


@dataclass(frozen=True, slots=True)
class ConcernView:
    """That somebody said that something is not kept, and what came of it."""

    raised: date
    by: Person
    note: str
    settled: date | None
    outcome: str


def actions(site: Site, partnership: Partnership) -> tuple[PlanAction, ...]:
    """The steps of the shared action plan, in the order in which they are written."""
    return tuple(_action(site, step) for step in partnership.action_plan)


def tasks(site: Site, partnership: Partnership) -> tuple[Task, ...]:
    """What the two owe each other by their partnership, what is due first."""
    return tuple(task(site, owed) for owed in site.group.once(_debts).get(partnership.file, ()))


def _debts(group: Group) -> Mapping[str, list[Owed]]:
    """What partners owe each other by the file of the partnership, what is due first."""
    found: dict[str, list[Owed]] = {}
    for owed in sorted(debts(group), key=lambda one: one.due):
        found.setdefault(owed.place.file, []).append(owed)
    return found


def known_day(site: Site, day: date | None) -> date | None:
    """A day that something claims, where that was known on the site's day."""
    return day if day and was_known(site.group, day) else None


def _action(site: Site, step: PlanStep) -> PlanAction:
    done = known_day(site, step.done)
    material = step.material or ""
    exists = material in site.group.materials
    page = material.removeprefix("docs/").removesuffix(".md") if exists and material.endswith(".md") else ""
    return PlanAction(
        what=step.what,
        by=person(site, step.by),
        due=step.due,
        done=done,
        is_late=done is None and step.due is not None and step.due < site.day,
        channel=step.channel or "",
        material=material,
        page=page,
        file=site.forge.view(material) if site.forge and exists and not page else "",
    )


def reviews_held(site: Site, partnership: Partnership) -> Iterator[Evidence]:
    """The reviews that were held since the two are partners, the latest first."""
    held = reviews_between(site.facts, pair(site.group, partnership), Window(partnership.since, site.day))
    for one in reversed(held):
        yield evidence(site, one)


def concerns(site: Site, partnership: Partnership) -> Iterator[ConcernView]:
    """What one of the two said is not kept, by the day."""
    for one in partnership.concerns:
        if was_known(site.group, one.raised):
            settled = known_day(site, one.settled)
            outcome = (one.outcome or "") if settled or one.settled is None else ""
            yield ConcernView(one.raised, person(site, one.by), one.note or "", settled, outcome)
