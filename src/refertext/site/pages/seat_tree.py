"""The tree of seats: who holds which, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from refertext.group.seats import tenures
from refertext.group.words import Vocabulary
from refertext.records import Member
from refertext.records.member import FormerSeat, Seat
from refertext.records.settings import SeatNotice
from refertext.site.people import Person, people, person, present
from refertext.site.site import Site
from refertext.site.trades import path_of, words_of

DEEPEST = 4
"""How many levels there are below a branch; what is deeper stands with the last."""


@dataclass(frozen=True, slots=True)
class Held:
    """A seat that somebody holds: `services` for `clients` in a `territory`, without what it `excludes`; an empty one
    means everything, everybody, everywhere. `shared_with` hold it together with them.
    """

    who: Person
    services: tuple[str, ...]
    clients: tuple[str, ...]
    territory: tuple[str, ...]
    excludes: tuple[str, ...]
    shared_with: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What the group says of a seat: `status` is wanted, reserved or opened; `who` it is reserved for, or who holds it.

    `who` and all below it are for members alone.
    """

    status: str
    who: Person | None
    since: date | None
    until: date | None
    is_over: bool
    why: str


@dataclass(frozen=True, slots=True)
class Searching:
    """Who looks for somebody for a seat, after how many conversations, and whom they found. For members alone."""

    by: Person
    conversations: int
    found: Person | None


@dataclass(frozen=True, slots=True)
class Category:
    """One line of the tree: `path` is its whole name, `name` the last part of it in words, `level` how deep it stands,
    from 0.

    `is_free` means that nobody holds it or a category above it, nothing is said of it, and none is below it.
    """

    path: str
    name: str
    level: int
    held: tuple[Held, ...]
    notices: tuple[Notice, ...]
    searches: tuple[Searching, ...]
    is_free: bool


def categories(site: Site) -> Iterator[Category]:
    """The lines of the tree in order; for the public those that lead to a seat that is taken or wanted."""
    held, notices, searches = _held(site), _notices(site), _searches(site)
    known = site.group.category_names if site.is_for_members else ()
    named = {*held, *notices, *searches, *map(path_of, known)}
    ends = [path.split("/", DEEPEST) for path in named]
    paths = sorted({tuple(parts[:n]) for parts in ends for n in range(1, len(parts) + 1)})
    for number, parts in enumerate(paths):
        path = "/".join(parts)
        has_below = number + 1 < len(paths) and paths[number + 1][: len(parts)] == parts
        above = ("/".join(parts[:n]) for n in range(1, len(parts) + 1))
        yield Category(
            path=path,
            name=words_of(parts[-1]),
            level=len(parts) - 1,
            held=tuple(held.get(path, ())),
            notices=tuple(notices.get(path, ())),
            searches=tuple(searches.get(path, ())),
            is_free=not has_below and path not in notices and not any(one in held for one in above),
        )


def _held(site: Site) -> Mapping[str, list[Held]]:
    """The seats of the day's members, by category."""
    vocabulary = Vocabulary(site.group.settings.same_words)
    found: dict[str, list[Held]] = {}
    for member in present(site):
        seat = _seat(site, member, vocabulary)
        if seat:
            one = Held(
                person(site, member.id),
                seat.services,
                seat.clients,
                seat.territory,
                seat.excludes,
                people(site, seat.shared_with),
            )
            found.setdefault(path_of(seat.category), []).append(one)
    return found


def _seat(site: Site, member: Member, vocabulary: Vocabulary) -> Seat | FormerSeat | None:
    """The seat that a member holds on the day, be it one that they will give up later."""
    for tenure in tenures(member, vocabulary, site.day):
        if tenure.since <= site.day and (tenure.until is None or site.day <= tenure.until):
            return tenure.seat
    return member.seat


def _notices(site: Site) -> Mapping[str, list[Notice]]:
    """What is said of seats on the day, by category; to the public only which are wanted."""
    found: dict[str, list[Notice]] = {}
    for notice in site.group.seat_notices:
        if site.is_for_members:
            found.setdefault(path_of(notice.category), []).append(_notice(site, notice))
        elif notice.status == "wanted":
            found.setdefault(path_of(notice.category), []).append(Notice("wanted", None, None, None, False, ""))
    return found


def _notice(site: Site, notice: SeatNotice) -> Notice:
    whom = notice.for_ or notice.holder
    return Notice(
        status=notice.status,
        who=person(site, whom) if whom else None,
        since=notice.since,
        until=notice.until,
        is_over=notice.is_over_on(site.day),
        why=notice.why or "",
    )


def _searches(site: Site) -> Mapping[str, list[Searching]]:
    found: dict[str, list[Searching]] = {}
    for search in site.group.settings.searches if site.is_for_members else ():
        who = person(site, search.found) if search.found else None
        one = Searching(person(site, search.by), search.conversations or 0, who)
        found.setdefault(path_of(search.for_), []).append(one)
    return found
