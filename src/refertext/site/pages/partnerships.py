"""Partnerships: where each stands in the five steps, what was promised and delivered, who is a star referrer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from refertext.group.pairs import both_are_members, pair, partners
from refertext.insights.partners.cycle import CycleState, cycle_states
from refertext.insights.partners.stars import stars
from refertext.records import Partnership
from refertext.site.page import Page
from refertext.site.pages.partnership import partnership_page
from refertext.site.pages.partnership_parts import (
    STEPS,
    Balanced,
    PartnerPromise,
    StarCard,
    balanced,
    bars,
    promises,
    star_card,
    worries_of,
)
from refertext.site.people import Person, people
from refertext.site.pictures.balance_bars import BalanceBars
from refertext.site.places import record_page
from refertext.site.sentences import all_plainly
from refertext.site.site import Site

MOST_NEARLY = 6
"""How many of those are shown who are nearly star referrers, those who won most."""


@dataclass(frozen=True, slots=True)
class PartnershipCard:
    """A partnership at a glance. `step` is the number of the step it is at, 6 where all five are done; `title` says it
    in words, `missing` what that step still needs, `worries` what else there is to worry about; `until` is the last
    day of the cycle.
    """

    partners: tuple[Person, ...]
    to: str
    is_power: bool
    step: int
    title: str
    until: date | None
    missing: tuple[str, ...]
    promises: tuple[PartnerPromise, ...]
    worries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """A partnership of which one partner is no member any more."""

    partners: tuple[Person, ...]
    to: str


@dataclass(frozen=True, slots=True)
class Partnerships:
    """The page of partnerships. `balance` is a picture, `balanced` says the same; `steps` are the names of the five."""

    steps: tuple[str, ...]
    cards: tuple[PartnershipCard, ...]
    stars: tuple[StarCard, ...]
    nearly: tuple[StarCard, ...]
    balance: BalanceBars
    balanced: tuple[Balanced, ...]
    past: tuple[Past, ...]


def partnerships(site: Site) -> Iterator[Page]:
    """The page of partnerships and that of each, for members alone."""
    if not site.is_for_members:
        return
    begun = [one for _, one in sorted(site.group.partnerships.items()) if one.since <= site.day]
    states = {state.partnership.id: state for state in cycle_states(site.group)}
    summary = "Who works together, where they stand, and what each gives."
    view = _view(site, begun)
    yield Page("partnerships", "Partnerships", "partnerships.html", view, menu="Business", summary=summary)
    for partnership in begun:
        yield partnership_page(site, partnership, states.get(partnership.id))


def _view(site: Site, begun: list[Partnership]) -> Partnerships:
    group = site.group
    known = sorted(stars(group), key=lambda star: (-star.won, star.giver, star.receiver))
    together = tuple(balanced(site, state.partnership) for state in cycle_states(group))
    return Partnerships(
        steps=STEPS,
        cards=tuple(_card(site, state) for state in cycle_states(group)),
        stars=tuple(star_card(site, star) for star in known if star.is_star),
        nearly=tuple([star_card(site, star) for star in known if star.is_nearly_one][:MOST_NEARLY]),
        balance=bars(together),
        balanced=together,
        past=tuple(
            Past(people(site, partners(group, one)), record_page(site, one))
            for one in begun
            if not both_are_members(group, one)
        ),
    )


def _card(site: Site, state: CycleState) -> PartnershipCard:
    partnership = state.partnership
    return PartnershipCard(
        partners=people(site, pair(site.group, partnership)),
        to=record_page(site, partnership),
        is_power=partnership.kind == "power",
        step=int(state.step),
        title=state.title,
        until=state.cycle.until if state.cycle else None,
        missing=all_plainly(site, state.missing),
        promises=tuple(promises(site, partnership, state.number)) if state.number is not None else (),
        worries=worries_of(site, partnership),
    )
