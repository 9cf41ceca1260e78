"""Who to whom: a square of cells, givers from above to below, receivers from left to right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from refertext.reports.words import counted
from refertext.site.pictures.heat import heat
from refertext.site.pictures.label import LONGEST_NAME, PER_CHARACTER, Label
from refertext.text.wording import cut_short

_SIZES = ((14, 36), (26, 28))
_SMALLEST = 22
_SLANT = 0.71


@dataclass(frozen=True, slots=True)
class Cell:
    """What one gave another: its corner, the middle for the number, its fill 1 to 5, and what it says."""

    x: float
    y: float
    middle_x: float
    middle_y: float
    heat: int
    count: int
    said: str


@dataclass(frozen=True, slots=True)
class WhoToWhom:
    """The square with its names. `size` is the side of a cell; `grid` are the lines between cells and `nobody` the
    diagonal, as paths; `summary` says in a sentence what is to be seen.
    """

    width: float
    height: float
    size: int
    grid: str
    nobody: str
    givers: tuple[Label, ...]
    receivers: tuple[Label, ...]
    cells: tuple[Cell, ...]
    summary: str


def who_to_whom(names: Sequence[str], counts: Mapping[tuple[int, int], int]) -> WhoToWhom:
    """The square of some people by name, and how much the one at a position gave the one at another."""
    labels = [cut_short(name, LONGEST_NAME) for name in names]
    size = next((size for most, size in _SIZES if len(names) <= most), _SMALLEST)
    text = round(max([len(label) for label in labels], default=0) * PER_CHARACTER + 12, 1)
    slanted, side = round(text * _SLANT + 8, 1), len(names) * size
    most = max(counts.values(), default=0)
    return WhoToWhom(
        width=round(text + side + slanted, 1),
        height=round(slanted + side + 2, 1),
        size=size,
        grid="".join(_lines(text, slanted, side, number * size) for number in range(len(names) + 1)),
        nobody=f"M{text} {slanted}l{side} {side}",
        givers=tuple(Label(text - 10, _at(slanted, at, size), label) for at, label in enumerate(labels)),
        receivers=tuple(Label(_at(text, at, size), slanted - 8, label) for at, label in enumerate(labels)),
        cells=tuple(
            Cell(
                x=round(text + to * size + 1.5, 1),
                y=round(slanted + by * size + 1.5, 1),
                middle_x=_at(text, to, size),
                middle_y=_at(slanted, by, size),
                heat=heat(count, most),
                count=count,
                said=f"{names[by]} to {names[to]}: {count}",
            )
            for (by, to), count in sorted(counts.items())
            if count
        ),
        summary=_summary(names, counts, most),
    )


def _lines(left: float, top: float, side: int, at: int) -> str:
    return f"M{left} {round(top + at, 1)}h{side}M{round(left + at, 1)} {top}v{side}"


def _at(begin: float, number: int, size: int) -> float:
    return round(begin + (number + 0.5) * size, 1)


def _summary(names: Sequence[str], counts: Mapping[tuple[int, int], int], most: int) -> str:
    if not most:
        return "Nobody has given anything to anybody yet."
    by, to = min(both for both, count in counts.items() if count == most)
    pairs = counted(sum(1 for count in counts.values() if count), "direction")
    return f"{sum(counts.values())} given in {pairs}. Most, {most}, went from {names[by]} to {names[to]}."
