"""Tables in plain text: columns as wide as they must be, numbers to the right, long heads on several lines."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from refertext.reports.escape import columns, one_line
from refertext.reports.paper import Paper

_GAP = "  "
_HEAD = 13
"""How wide a head of a column of numbers may be before it is broken."""


Cell = Sequence[str]
"""The lines of a cell."""


def table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], paper: Paper, lefts: int = 1, indent: int = 0
) -> list[str]:
    """The lines of a table, all of them indented; the first `lefts` columns are words, set to the left, the others
    numbers. What does not fit beside each other stands below, with the words once more; a cell that fits beside no
    words is broken.
    """
    tops = [textwrap.wrap(one_line(head), 40 if number < lefts else _HEAD) or [""] for number, head in enumerate(heads)]
    texts = [[one_line(cell) for cell in row] for row in rows]
    words = [max(columns(line) for line in [*tops[number], *(row[number] for row in texts)]) for number in range(lefts)]
    room = paper.columns - indent
    widest = max(room - sum(words) - len(_GAP) * lefts, _HEAD)
    cells = [[[cell] if number < lefts else _broken(cell, widest) for number, cell in enumerate(row)] for row in texts]
    widths = [max(columns(line) for row in (tops, *cells) for line in row[number]) for number in range(len(heads))]
    lines: list[str] = []
    for chosen in _beside(widths, lefts, room):
        height = max(len(tops[number]) for number in chosen)
        low = [[*[""] * (height - len(tops[number])), *tops[number]] for number in chosen]
        below = [widths[number] for number in chosen]
        lines += [""] if lines else []
        lines += [paper.style(line, "bold") for line in _lines(low, below, lefts)]
        lines += [line for row in cells for line in _lines([row[number] for number in chosen], below, lefts)]
    return [f"{' ' * indent}{line}" if line else line for line in lines]


def _broken(cell: str, widest: int) -> list[str]:
    return [cell] if columns(cell) <= widest else textwrap.wrap(cell, widest, break_on_hyphens=False)


def _lines(cells: Sequence[Cell], widths: Sequence[int], lefts: int) -> list[str]:
    """The lines of a row, as many as its highest cell has."""
    height = max(map(len, cells))
    return [
        _line([cell[level] if level < len(cell) else "" for cell in cells], widths, lefts) for level in range(height)
    ]


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
