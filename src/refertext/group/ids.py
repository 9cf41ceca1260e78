"""Ids: what the name of a record's file may be."""

from __future__ import annotations

import re
from datetime import date

from refertext.patterns import pattern
from refertext.text.slug import slug

MOST_CHARACTERS = 120
"""Of an id; some file systems take hardly more."""

_ID = pattern(r"[a-z0-9]+(?:-{1,2}[a-z0-9]+)*\Z", re.ASCII)
_RESERVED = frozenset({"everyone", "group", "none", "outside"})
_DATED = pattern(r"(\d{4}-\d{2}-\d{2})(?:-.+)?\Z", re.ASCII)
_README = "readme"
_WINDOWS = pattern(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z", re.ASCII)


def is_id(text: str) -> bool:
    """Whether a text may be an id."""
    return bool(_ID.match(text)) and not why_no_id(text)


def why_no_id(text: str) -> str:
    """Why a text of the right letters is no id all the same; empty for one that is."""
    if len(text) > MOST_CHARACTERS:
        return f"it is longer than {MOST_CHARACTERS} characters"
    if _WINDOWS.match(text):
        return "Windows keeps this name for itself"
    if text == _README:
        return "a file of this name tells people about its folder, and is no record"
    return "it is a word with a meaning of its own" if text in _RESERVED else ""


def is_misdated(id_: str, day: date) -> bool:
    """Whether the id of a record begins with another day than that of the record."""
    dated = _DATED.match(id_)
    return dated is not None and dated[1] != day.isoformat()


def better_id(folder: str, text: str) -> str:
    """The text in the form of an id; in those of partnerships two hyphens stand between the two names."""
    parts = text.split("--") if folder == "partnerships" else [text]
    return "--".join(filter(None, map(slug, parts)))
