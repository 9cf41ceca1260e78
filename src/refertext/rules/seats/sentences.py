"""The sentences and places that the rules about two seats share."""

from __future__ import annotations

from refertext.group import Group, Rivalry
from refertext.group.borders import precedents
from refertext.group.seats import Overlap, Tenure, Touch
from refertext.group.words import words_of
from refertext.problem import Place, Problem, See

_SIDES = (
    ("clients", "for", "for different clients"),
    ("territory", "in", "in different territories"),
)
_EVERYTHING = {"clients": "everybody", "territory": "everywhere"}


def two_seats(group: Group, rivalry: Rivalry, message: str, mend: str, extra: tuple[See, ...] = ()) -> Problem:
    """A problem between two seats: it stands in the newcomer's file, at the words that touch, and shows the
    incumbent's seat and what was decided before.
    """
    new, old = rivalry.newcomer, rivalry.incumbent
    by_category = rivalry.touch is Touch.OVER_BRANCH or not rivalry.overlaps
    first = None if by_category else rivalry.overlaps[0]
    held = (
        f"{old.member.name} would hold this seat"
        if old.candidate
        else f"{old.member.name} holds this since {old.since}"
    )
    see = See(held, _place(old, first, first.incumbent if first else None))
    place = _place(new, first, first.newcomer if first else None)
    return Problem(message, place, mend, (see, *extra, *precedents(group, rivalry)))


def in_common(rivalry: Rivalry) -> str:
    """What two seats have in common, in words: `both offer “payroll” for “employers” in “Boise”`."""
    words = {overlap.side: _words(rivalry, overlap) for overlap in rivalry.overlaps}
    services = words["services"]
    said = f"both offer {services[0]}" if len(services) == 1 else f"{' and '.join(services)} overlap,"
    for side, preposition, otherwise in _SIDES:
        if side not in words:
            said = f"{said.rstrip(',')}, {otherwise}"
        elif words[side] == ["everywhere"]:
            said = f"{said} everywhere"
        else:
            said = f"{said} {preposition} {' and '.join(words[side])}"
    return said


def _words(rivalry: Rivalry, overlap: Overlap) -> list[str]:
    """The two overlapping entries, or one where they are the same words."""
    entries = [
        _entry(rivalry.newcomer, overlap.side, overlap.newcomer),
        _entry(rivalry.incumbent, overlap.side, overlap.incumbent),
    ]
    return entries[:1] if words_of(entries[0]) == words_of(entries[1]) else entries


def _entry(tenure: Tenure, side: str, position: int | None) -> str:
    if position is not None:
        return f"“{tenure.sides[side].texts[position]}”"
    return _EVERYTHING.get(side) or f"everything in {tenure.seat.category}"


def _place(tenure: Tenure, overlap: Overlap | None, position: int | None) -> Place:
    if overlap is None or position is None:
        return Place(tenure.member.file, (*tenure.path, "category"))
    return Place(tenure.member.file, (*tenure.path, overlap.side, position))
