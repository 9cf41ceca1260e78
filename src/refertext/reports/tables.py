"""Tables in plain text: columns as wide as they must be, numbers to the right, long heads on several lines."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from refertext.reports.escape import columns, one_line
from refertext.reports.paper import Paper

_GAP = "  "
_HEAD = 13
"""How wide a head of a column of numbers may be before it is broken."""


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], paper: Paper, lefts: int = 1) -> list[str]:
    """The lines of a table; the first `lefts` columns are words, set to the left, the others numbers. What does not fit
    beside each other stands below, with the words once more.
    """
    cells = [[one_line(cell) for cell in row] for row in rows]
    broken = [
        textwrap.wrap(one_line(head), 40 if number < lefts else _HEAD) or [""] for number, head in enumerate(heads)
    ]
    widths = [
        max([columns(line) for line in head] + [columns(row[number]) for row in cells])
        for number, head in enumerate(broken)
    ]
    lines: list[str] = []
    for chosen in _beside(widths, lefts, paper.columns):
        height = max(len(broken[number]) for number in chosen)
        tops = [[*[""] * (height - len(broken[number])), *broken[number]] for number in chosen]
        below = [widths[number] for number in chosen]
        lines += [""] if lines else []
        lines += [paper.style(_line([top[level] for top in tops], below, lefts), "bold") for level in range(height)]
        lines += [_line([row[number] for number in chosen], below, lefts) for row in cells]
    return lines


def _beside(widths: Sequence[int], lefts: int, room: int) -> list[list[int]]:
    """The columns that fit beside each other, block by block; each begins with the columns of words."""
    first = list(range(lefts))
    blocks: list[list[int]] = [list(first)]
    taken = start = sum(widths[:lefts]) + len(_GAP) * (lefts - 1)
    for number in range(lefts, len(widths)):
        width = len(_GAP) + widths[number]
        if taken + width > room and len(blocks[-1]) > lefts:
            blocks.append(list(first))
            taken = start
        blocks[-1].append(number)
        taken += width
    return blocks


def _line(cells: Sequence[str], widths: Sequence[int], lefts: int) -> str:
    padded = []
    for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        blank = " " * (width - columns(cell))
        padded.append(cell + blank if number < lefts else blank + cell)
    return _GAP.join(padded).rstrip()
