"""What somebody may choose from, in a refusal."""

from __future__ import annotations

from collections.abc import Sequence

from refertext.text.wording import listed

_MOST = 6


def choices(numbered: Sequence[tuple[int, str]], word: str = "or") -> str:
    """The first few of some numbered choices, and how many more there are: `1. “a mill” or 3. “a miller”`."""
    shown = [f"{number}. “{what}”" for number, what in numbered[:_MOST]]
    more = len(numbered) - len(shown)
    return listed([*shown, f"{more} more"], "and") if more else listed(shown, word)
