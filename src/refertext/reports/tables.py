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
    """The lines of a table; the first `lefts` columns are words, set to the left, the others numbers."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    broken = [
        textwrap.wrap(one_line(head), 40 if number < lefts else _HEAD) or [""] for number, head in enumerate(heads)
    ]
    widths = [
        max([columns(line) for line in head] + [columns(row[number]) for row in cells])
        for number, head in enumerate(broken)
    ]
    height = max(map(len, broken))
    head_rows = [[*[""] * (height - len(head)), *head] for head in broken]
    lines = [paper.style(_line([head[level] for head in head_rows], widths, lefts), "bold") for level in range(height)]
    return lines + [_line(row, widths, lefts) for row in cells]


def _line(cells: Sequence[str], widths: Sequence[int], lefts: int) -> str:
    padded = []
    for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        blank = " " * (width - columns(cell))
        padded.append(cell + blank if number < lefts else blank + cell)
    return _GAP.join(padded).rstrip()
