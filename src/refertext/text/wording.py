"""Texts as people write them: when two are the same, and how a list is said in a sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def folded(text: str) -> str:
    """A text without its differences in case and white space."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list in a sentence: `a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
