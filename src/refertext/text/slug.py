"""A name in the form of an id."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "'": "", "’": ""}
)


def slug(name: str) -> str:
    """The name in small letters a to z, digits and single hyphens; empty where nothing of it can be kept."""
    plain = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    letters = "".join(character for character in plain if not unicodedata.category(character).startswith("M"))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
