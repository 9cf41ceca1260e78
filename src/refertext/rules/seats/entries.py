"""The entries of a member's seats, present and former, each with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from refertext.problem import Path, Place
from refertext.records import Member

WITHOUT = {"services": "everything of the category", "clients": "everybody", "territory": "everywhere"}
"""What it means that a seat does not have a key."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of one list of a seat; `is_alone` if the list has no other."""

    text: str
    side: str
    place: Place
    is_alone: bool


def entries_of(member: Member, sides: Collection[str]) -> Iterator[Entry]:
    """The entries of some lists of all seats that a member's file names."""
    present = [(member.seat, ("seat",))] if member.seat else []
    former = [(seat, ("former_seats", number)) for number, seat in enumerate(member.former_seats)]
    for seat, path in (*present, *former):
        for side in sides:
            texts: tuple[str, ...] = getattr(seat, side)
            for number, text in enumerate(texts):
                at: Path = (*path, side, number)
                yield Entry(text, side, Place(member.file, at), len(texts) == 1)
