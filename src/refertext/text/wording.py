"""Texts as people write them: when two are the same, and how a list is said in a sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

LONGEST = 60
"""Characters of a text that is told of beside other things."""


def folded(text: str) -> str:
    """A text without its differences in case and white space."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list in a sentence: `a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def capitalised(text: str) -> str:
    """A text that begins a sentence."""
    return f"{text[:1].upper()}{text[1:]}"


def cut_short(text: str, longest: int = LONGEST) -> str:
    """A text on one line, the words at its end left out where it is too long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    words = line[:longest].rsplit(" ", 1)[0]
    return f"{words[: longest - 1].rstrip(' ,.;:')}…"
