"""What to write where a list belongs and a text stands."""

from __future__ import annotations

from refertext.patterns import pattern
from refertext.records.meant import SEVERAL
from refertext.text.wording import cut_short, listed

_LONGEST = 120
_MOST_WORDS = 2  # of a name; more of them are one text rather than several
_BULLETS = pattern(r"(?:^|\s)(?:-(?=[^\W\d])|[•◦▪‣–—*·])\s*")


def list_mend(text: str) -> str:
    """How to write a text as a list: the lines of it that begin with something like a hyphen, or the names in it."""
    if _BULLETS.match(text):
        lines = [f"“- {cut_short(entry)}”" for entry in _BULLETS.split(text[:_LONGEST]) if entry.strip()]
        if not lines:
            return "write it as a list: [a, b]"
        return f"begin each line of the list with a hyphen and a space: {listed(lines)}"
    if len(text) > _LONGEST:
        return "put square brackets around it"
    names = SEVERAL.split(text)
    are_short = len(names) > 1 and all(0 < len(name.split()) <= _MOST_WORDS for name in names)
    return f"put square brackets around it: [{', '.join(names) if are_short else text}]"
