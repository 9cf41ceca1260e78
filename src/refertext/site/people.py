"""People as pages show them: a name, initials in a colour of their own, and a link where they have a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from refertext.group.telling import giver_of
from refertext.insights.acquaintance import Acquaintance
from refertext.measures.events import Gift
from refertext.records import Member
from refertext.site.site import Site

TONES = 8
"""How many colours there are for initials."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody: `initials` in one of the colours 0 to 7, `to` their page, empty where they have none."""

    id: str
    name: str
    business: str
    initials: str
    tone: int
    to: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who sit down with each other next, and the day of their last one-to-one; None where there was none."""

    members: tuple[Person, ...]
    last: date | None


def person(site: Site, id_: str) -> Person:
    """Whom an id means; who is not known is called by what was written."""
    member = site.group.member(id_)
    if member is None:
        return stranger(id_)
    if _is_hidden(site, member):
        return stranger("somebody")
    to = f"members/{member.id}" if site.has_page(member) else ""
    return Person(member.id, member.name, member.business, _initials(member.name), _tone(member.id), to)


def stranger(name: str) -> Person:
    """Somebody of whom nothing is known but what they are called."""
    return Person("", name, "", _initials(name), _tone(name), "")


def people(site: Site, ids: Iterable[str]) -> tuple[Person, ...]:
    """Those whom ids mean, in their order; for the public without those of whom it may not know."""
    return tuple(person(site, id_) for id_ in ids if not _is_hidden(site, site.group.member(id_)))


def pair(site: Site, two: Acquaintance) -> Pair:
    """Two of whom it is known when they last met."""
    return Pair(people(site, two.members), two.last)


def giver(site: Site, gift: Gift) -> Person:
    """Who gave something; of somebody outside, what is said of them."""
    return person(site, gift.giver) if gift.giver else stranger(giver_of(site.group, gift.record))


def present(site: Site) -> list[Member]:
    """The members of the day, in order of name."""
    return sorted(site.group.present_members, key=lambda member: (member.name, member.id))


def _is_hidden(site: Site, member: Member | None) -> bool:
    """Whether the audience may not know of somebody: the public knows those who belong to the group on the day."""
    return member is not None and not site.has_page(member)


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isalnum()] or [name or "?"]
    return "".join(word[0] for word in (words if len(words) == 1 else [words[0], words[-1]])).upper()


def _tone(id_: str) -> int:
    return sha256(id_.encode()).digest()[0] % TONES
