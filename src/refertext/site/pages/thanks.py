"""Thanks: the wall of what was said in public, and who is still to be thanked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from refertext.group.telling import about
from refertext.insights.debts.due import debts
from refertext.insights.debts.thanks import Unthanked, unthanked
from refertext.measures import GROUP
from refertext.measures.events import Gift
from refertext.measures.registry import all_measures
from refertext.measures.window import last_year
from refertext.site.numbers import Number, number
from refertext.site.page import Page
from refertext.site.people import Person, giver, people
from refertext.site.places import correction, record_page
from refertext.site.site import Site

MOST_THANKS = 150
"""How many thanks hang on the wall, the latest ones; the others are counted."""
MOST_UNTHANKED = 100
"""How many of those still to be thanked for are listed, the longest waiting ones; the others are counted."""


@dataclass(frozen=True, slots=True)
class Note:
    """Thanks on the wall. `by` are those who said it, `where` and `words` are empty where nobody wrote them down;
    `about` is what it was for, and `to` where the site shows that.
    """

    day: date
    by: tuple[Person, ...]
    giver: Person
    words: str
    where: str
    about: str
    to: str
    correction: str


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Thanks that are owed: by whom, to whom, since when, what for; `days_late` is below 0 while there is time."""

    by: tuple[Person, ...]
    giver: Person
    about: str
    to: str
    since: date
    due: date
    days_late: int
    was_won: bool


@dataclass(frozen=True, slots=True)
class Thanks:
    """The wall. `said` is how often somebody was thanked in the last twelve months."""

    said: Number
    unsaid: tuple[Unsaid, ...]
    more_unsaid: int
    notes: tuple[Note, ...]
    more_notes: int


def thanks(site: Site) -> Iterator[Page]:
    """The wall of thanks, for members alone."""
    if not site.is_for_members:
        return
    owed = set(debts(site.group))
    missing = sorted((one for one in unthanked(site.group) if one.owed in owed), key=lambda one: one.owed.due)
    said = [gift for gift in site.facts.gifts.events if gift.thanked]
    said.sort(key=lambda gift: (gift.thanked or gift.day, gift.record.id), reverse=True)
    view = Thanks(
        said=number(site, all_measures()["thanks-said"].of(site.facts, GROUP, last_year(site.day))),
        unsaid=tuple(_unsaid(site, one) for one in missing[:MOST_UNTHANKED]),
        more_unsaid=max(len(missing) - MOST_UNTHANKED, 0),
        notes=tuple(_note(site, gift) for gift in said[:MOST_THANKS]),
        more_notes=max(len(said) - MOST_THANKS, 0),
    )
    yield Page("thanks", "Thanks", "thanks.html", view, menu="Business", summary="What we thanked each other for.")


def _note(site: Site, gift: Gift) -> Note:
    thanked = gift.record.thanked
    return Note(
        day=gift.thanked or gift.day,
        by=people(site, gift.receivers),
        giver=giver(site, gift),
        words=(thanked.words or "") if thanked else "",
        where=(thanked.where or "") if thanked else "",
        about=_about(site, gift),
        to=record_page(site, gift.record),
        correction=correction(site, gift.record),
    )


def _unsaid(site: Site, one: Unthanked) -> Unsaid:
    owed = one.owed
    return Unsaid(
        by=people(site, owed.by),
        giver=giver(site, one.gift),
        about=_about(site, one.gift),
        to=record_page(site, one.gift.record),
        since=owed.since,
        due=owed.due,
        days_late=(site.day - owed.due).days,
        was_won=one.was_won,
    )


def _about(site: Site, gift: Gift) -> str:
    return about(site.group, gift.record) or f"a {gift.kind_on(site.day)}"
