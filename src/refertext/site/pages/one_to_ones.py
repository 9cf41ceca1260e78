"""One-to-ones: who has sat down with whom and when, who should next, and how often everybody did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from refertext.insights.acquaintance import longest_apart, next_round
from refertext.insights.debts.one_to_ones import Unmet, unmet
from refertext.measures import GROUP, a_member
from refertext.measures.registry import all_measures
from refertext.measures.window import last_year
from refertext.records import Member
from refertext.site.numbers import Number, number
from refertext.site.page import Page
from refertext.site.people import Pair, Person, pair, people, person, present
from refertext.site.pictures.coverage import coverage
from refertext.site.pictures.who_to_whom import WhoToWhom
from refertext.site.places import record_page
from refertext.site.sentences import plainly
from refertext.site.site import Site

MOST_OVERDUE = 20
"""Of pairs that agreed to meet and have not."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Two who agreed to meet: what to arrange by when."""

    members: tuple[Person, ...]
    do: str
    due: date
    days_late: int


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody whom a member has met: the last time, how many days ago, and where the site shows it."""

    who: Person
    last: date
    days: int
    to: str


@dataclass(frozen=True, slots=True)
class MemberOneToOnes:
    """A member: one-to-ones and the share of the others met in the last twelve months; all whom they ever met, the
    latest first, and how many they never did.
    """

    who: Person
    one_to_ones: Number
    covered: Number
    met: tuple[Met, ...]
    never: int


@dataclass(frozen=True, slots=True)
class OneToOnes:
    """Everything about one-to-ones. `numbers` are the group's of the last twelve months, `pairs` the next round,
    `agreed` what pairs agreed on and is due, `square` the picture of who met whom.
    """

    numbers: tuple[Number, ...]
    pairs: tuple[Pair, ...]
    agreed: tuple[Agreed, ...]
    more_agreed: int
    square: WhoToWhom
    rows: tuple[MemberOneToOnes, ...]


def one_to_ones(site: Site) -> Iterator[Page]:
    """The page of one-to-ones; none for the public."""
    if not site.is_for_members:
        return
    members = present(site)
    at_hand = [member.id for member in members if not member.was_on_leave_on(site.day)]
    overdue = sorted(unmet(site.group), key=lambda one: (one.owed.due, one.owed.by))
    met = {two.members: two.last for two in longest_apart(site.group, [one.id for one in members]) if two.last}
    view = OneToOnes(
        numbers=tuple(_number(site, name) for name in ("one-to-ones", "one-to-one-coverage")),
        pairs=tuple(pair(site, one) for one in next_round(site.group, at_hand)),
        agreed=tuple(_agreed(site, one) for one in overdue[:MOST_OVERDUE]),
        more_agreed=max(len(overdue) - MOST_OVERDUE, 0),
        square=_square(site, members, met),
        rows=tuple(_row(site, member, members, met) for member in members),
    )
    summary = "Who has sat down with whom, and who should next."
    yield Page("one-to-ones", "One-to-ones", "one_to_ones.html", view, menu="People", summary=summary)


def _number(site: Site, name: str, member: str = "") -> Number:
    subject = a_member(member) if member else GROUP
    return number(site, all_measures()[name].of(site.facts, subject, last_year(site.day)))


def _agreed(site: Site, one: Unmet) -> Agreed:
    owed = one.owed
    return Agreed(people(site, owed.by), plainly(site, owed.do), owed.due, (site.day - owed.due).days)


def _square(site: Site, members: Sequence[Member], met: Mapping[tuple[str, str], date]) -> WhoToWhom:
    places = {member.id: place for place, member in enumerate(members)}
    days: dict[tuple[int, int], int] = {}
    for (one, other), last in met.items():
        days[places[one], places[other]] = days[places[other], places[one]] = (site.day - last).days
    return coverage([member.name for member in members], days)


def _row(site: Site, member: Member, members: Sequence[Member], met: Mapping[tuple[str, str], date]) -> MemberOneToOnes:
    others = [other.id for other in members if other is not member]
    found = [_met(site, member.id, other) for other in others if (min(member.id, other), max(member.id, other)) in met]
    return MemberOneToOnes(
        who=person(site, member.id),
        one_to_ones=_number(site, "one-to-ones", member.id),
        covered=_number(site, "one-to-one-coverage", member.id),
        met=tuple(sorted(found, key=lambda one: (one.days, one.who.name))),
        never=len(others) - len(found),
    )


def _met(site: Site, member: str, other: str) -> Met:
    encounter = site.facts.encounters_of_pairs.of((min(member, other), max(member, other))).until(site.day)[-1]
    return Met(person(site, other), encounter.day, (site.day - encounter.day).days, record_page(site, encounter.record))
