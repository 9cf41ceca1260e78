"""Seats: the tree of trades, who holds which, which are wanted; for members also what is being talked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from refertext.insights.matches.fit import border_to
from refertext.reports.fit_seat import LABELS, touch
from refertext.site.page import Page
from refertext.site.pages.candidates import Candidate, candidates
from refertext.site.pages.seat_tree import Category, categories
from refertext.site.people import Person, person
from refertext.site.sentences import plainly
from refertext.site.site import Site
from refertext.site.trades import words_of


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of the tree: the categories in it, itself first."""

    name: str
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Touching:
    """Two members whose seats touch: `kind` in a word or two, `said` what they share and what was agreed about it."""

    newcomer: Person
    incumbent: Person
    kind: str
    is_open: bool
    said: str


@dataclass(frozen=True, slots=True)
class Seats:
    """All seats. `counts` says how many are taken, wanted, and for members reserved, opened and free. `borders` and
    `candidates` are for members alone; `correction` is where the tree is changed.
    """

    branches: tuple[Branch, ...]
    counts: dict[str, int]
    borders: tuple[Touching, ...]
    candidates: tuple[Candidate, ...]
    correction: str


def seats(site: Site) -> Iterator[Page]:
    """The page of all seats."""
    tree, open_ = tuple(categories(site)), site.is_for_members
    view = Seats(
        branches=tuple(
            Branch(words_of(name), tuple(those))
            for name, those in groupby(tree, key=lambda one: one.path.split("/")[0])
        ),
        counts=_counts(site, tree),
        borders=tuple(_borders(site)) if open_ else (),
        candidates=tuple(candidates(site)) if open_ else (),
        correction=site.forge.edit(site.group.settings.file) if site.forge and open_ else "",
    )
    yield Page("seats", "Seats", "seats.html", view, menu="People", summary="Which trades are taken, and which wanted.")


def _counts(site: Site, known: Sequence[Category]) -> dict[str, int]:
    counts = {"taken": sum(len(one.held) for one in known)}
    for status in ("wanted", "reserved", "opened") if site.is_for_members else ("wanted",):
        counts[status] = sum(notice.status == status for one in known for notice in one.notices)
    return counts | ({"free": sum(one.is_free for one in known)} if site.is_for_members else {})


def _borders(site: Site) -> Iterator[Touching]:
    """The seats of members that touch each other."""
    for rivalry in site.group.rivalries:
        new, old = rivalry.newcomer.member, rivalry.incumbent.member
        if new.was_member_on(site.day) and old.was_member_on(site.day):
            border = border_to(site.group, rivalry, old)
            kind, words = LABELS[rivalry.touch], plainly(site, touch(border))
            yield Touching(person(site, new.id), person(site, old.id), kind, border.is_open, words)
