"""Who to whom: a square of cells, givers from above to below, receivers from left to right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from refertext.reports.words import counted
from refertext.site.pictures.heat import heat
from refertext.site.pictures.label import Label, Names, middle, names_of_rows, short_names, width_of

_SIZES = ((14, 36), (26, 28))
_SMALLEST = 22
_SLANT = 0.71


@dataclass(frozen=True, slots=True)
class SquareCell:
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
    size: int
    grid: str
    nobody: str
    givers: Names
    receivers: tuple[Label, ...]
    cells: tuple[SquareCell, ...]
    summary: str


def who_to_whom(names: Sequence[str], counts: Mapping[tuple[int, int], int]) -> WhoToWhom:
    """The square of some people by name, and how much the one at a position gave the one at another."""
    size = next((size for most, size in _SIZES if len(names) <= most), _SMALLEST)
    above = short_names(names)
    slanted, side = round(width_of(above) * _SLANT + 8, 1), len(names) * size
    most = max(counts.values(), default=0)
    return WhoToWhom(
        width=round(side + slanted, 1),
        size=size,
        grid="".join(_lines(slanted, side, number * size) for number in range(len(names) + 1)),
        nobody=f"M0 {slanted}l{side} {side}",
        givers=names_of_rows(names, slanted, size),
        receivers=tuple(Label(middle(0, at, size), slanted - 8, label) for at, label in enumerate(above)),
        cells=tuple(
            SquareCell(
                x=to * size + 1.5,
                y=round(slanted + by * size + 1.5, 1),
                middle_x=middle(0, to, size),
                middle_y=middle(slanted, by, size),
                heat=heat(count, most),
                count=count,
                said=f"{names[by]} to {names[to]}: {count}",
            )
            for (by, to), count in sorted(counts.items())
            if count
        ),
        summary=_summary(names, counts, most),
    )


def _lines(top: float, side: int, at: int) -> str:
    return f"M0 {round(top + at, 1)}h{side}M{at} {top}v{side}"


def _summary(names: Sequence[str], counts: Mapping[tuple[int, int], int], most: int) -> str:
    if not most:
        return "Nobody has given anything to anybody yet."
    by, to = min(both for both, count in counts.items() if count == most)
    pairs = counted(sum(1 for count in counts.values() if count), "direction")
    return f"{sum(counts.values())} given in {pairs}. Most, {most}, went from {names[by]} to {names[to]}."
