"""A stack: how a number of things fall into a few kinds, as one bar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WIDTH = 600


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the bar: its kind, how many there are of it, where it begins and how wide it is."""

    kind: str
    count: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Stack:
    """The pieces from left to right, none for kinds of which there is nothing; `total` is how many there are, `to` the
    page that says more of them, empty on that page itself.
    """

    total: int
    pieces: tuple[Piece, ...]
    to: str


def stack(counts: Mapping[str, int], to: str = "") -> Stack:
    """Kinds, in order, as a bar; it leads to a page that says more."""
    total = sum(counts.values())
    pieces, x = [], 0.0
    for kind, count in counts.items():
        if count:
            width = WIDTH * count / total
            pieces.append(Piece(kind, count, round(x, 1), round(width, 1)))
            x += width
    return Stack(total, tuple(pieces), to)
