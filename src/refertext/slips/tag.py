"""Tags: what tells records apart that have the day and the names in common."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from refertext.group.ids import MOST_CHARACTERS
from refertext.text.wording import folded


def tag_of(day: date, giver: str, receiver: str, kind: str, text: str) -> str:
    """The first four hexadecimal digits of the SHA-256 of day, giver, receiver, kind and text, one a line; the text
    without its differences in case and blanks. So the same slip has the same tag wherever it is written.
    """
    lines = "\n".join((day.isoformat(), giver, receiver, kind, folded(text).rstrip(".! ")))
    return hashlib.sha256(lines.encode()).hexdigest()[:4]


def dated_id(day: date, names: Sequence[str], tag: str) -> str:
    """The id of a record of a day between some people; without their names where it would be too long."""
    whole = "-".join((day.isoformat(), *names, tag))
    return whole if len(whole) <= MOST_CHARACTERS else f"{day}-{tag}"
