"""Heat: how strongly a cell of a picture is filled for its number."""

from __future__ import annotations

STEPS = 5
"""How many fills there are, `heat-1` to `heat-5`; nothing is `heat-0`."""


def heat(count: int, most: int) -> int:
    """The fill for a number among numbers of which the largest is known: up to five each has its own."""
    if count <= 0:
        return 0
    return min(1 + (count - 1) * (STEPS - 1) // max(most - 1, STEPS - 1), STEPS)
