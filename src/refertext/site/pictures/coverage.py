"""Coverage: who has sat down with whom, as a square of cells with the days since, the fuller the later it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import comb

from refertext.reports.words import counted
from refertext.site.pictures.who_to_whom import SquareCell, WhoToWhom, who_to_whom

FRESH = ((30, 5), (91, 4), (182, 3), (365, 2))
"""Up to how many days ago two met for each fill; longer ago it is the palest."""


def coverage(names: Sequence[str], days: Mapping[tuple[int, int], int]) -> WhoToWhom:
    """The square of some people by name, and how many days ago the ones at two positions met, both ways round."""
    square = who_to_whom(names, {both: since + 1 for both, since in days.items()})  # where nothing has no cell
    cells = (_cell(cell, names, *met) for cell, met in zip(square.cells, sorted(days.items()), strict=True))
    return replace(square, cells=tuple(cells), summary=_summary(names, days))


def freshness(days: int) -> int:
    """The fill for a meeting so many days ago, 5 to 1."""
    return next((step for most, step in FRESH if days <= most), 1)


def _cell(cell: SquareCell, names: Sequence[str], who: tuple[int, int], days: int) -> SquareCell:
    when = f"{counted(days, 'day')} ago" if days else "today"
    said = f"{names[who[0]]} and {names[who[1]]}: {when}"
    return replace(cell, heat=freshness(days), count=days, said=said)


def _summary(names: Sequence[str], days: Mapping[tuple[int, int], int]) -> str:
    possible = comb(len(names), 2)
    if not possible:
        return "There is nobody to meet yet."
    return f"{len(days) // 2} of {counted(possible, 'pair')} have ever sat down together."
