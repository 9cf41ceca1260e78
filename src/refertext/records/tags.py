"""Tags: the four characters at the end of the ids of referrals and one-to-ones, by which people call them."""

from __future__ import annotations

import re

from refertext.patterns import pattern

_TAGGED = pattern(r"\d{4}-\d{2}-\d{2}-(?:.+-)?([0-9a-z]{4})\Z", re.ASCII)


def tag_of(id_: str) -> str | None:
    """The four characters at the end of an id that begins with a day; None where it does not end in such."""
    found = _TAGGED.match(id_)
    return found[1] if found else None
