"""Tables that fit the paper, whatever stands in their cells."""

from __future__ import annotations

import pytest

from refertext.reports.paper import Paper, unpainted
from refertext.reports.tables import table

HEADS = ["would fall short", "missed", "now"]
ROWS = [
    ["Ann Lee", "9 of 9", "missed, 12 of 24 meetings in person (50%)"],
    ["Bob", "1 of 9", "kept"],
]


def drawn(width: int, indent: int = 0) -> list[str]:
    return table(HEADS, ROWS, Paper(width, unpainted), indent=indent)


def test_what_fits_stands_side_by_side() -> None:
    assert drawn(100) == [
        "would fall short  missed                                        now",
        "Ann Lee           9 of 9  missed, 12 of 24 meetings in person (50%)",
        "Bob               1 of 9                                       kept",
    ]


def test_a_cell_that_fits_beside_no_words_is_broken() -> None:
    """Of 50 columns 2 are the indent, 16 the words and 2 between: 30 are left."""
    assert drawn(50, indent=2) == [
        "  would fall short  missed",
        "  Ann Lee           9 of 9",
        "  Bob               1 of 9",
        "",
        "  would fall short                           now",
        "  Ann Lee           missed, 12 of 24 meetings in",
        "                                    person (50%)",
        "  Bob                                       kept",
    ]


@pytest.mark.parametrize("width", [40, 50, 60, 66, 67, 68, 110])
@pytest.mark.parametrize("indent", [0, 2])
def test_no_line_is_wider_than_the_paper(width: int, indent: int) -> None:
    assert max(map(len, drawn(width, indent))) <= width
