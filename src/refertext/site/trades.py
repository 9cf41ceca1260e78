"""Trades: categories, which files write as paths, in words."""

from __future__ import annotations

from refertext.patterns import pattern

_BETWEEN_WORDS = pattern(r"(?<=[^\W_]{2})-")  # not in e-commerce


def path_of(category: str) -> str:
    """A category without empty parts, which somebody may have written; a question mark where nothing is left."""
    return "/".join(part.strip() for part in category.split("/") if part.strip()) or "?"


def words_of(part: str) -> str:
    """A part of a category in words: `Real estate`."""
    words = _BETWEEN_WORDS.sub(" ", part)
    return words[:1].upper() + words[1:]


def trade(category: str) -> str:
    """A category in words, the narrowest part first: `Real estate, in home`; empty where there is none."""
    if not category:
        return ""
    *above, last = path_of(category).split("/")
    wider = ", ".join(_BETWEEN_WORDS.sub(" ", part) for part in reversed(above))
    return f"{words_of(last)}, in {wider}" if wider else words_of(last)
