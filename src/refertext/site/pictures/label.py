"""Labels: names and days that stand beside what is drawn."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_NAME = 20
"""Characters of a name beside a picture."""
PER_CHARACTER = 8.4
"""How wide a character of it is, at most."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name, a month or a day beside a picture, and where it begins, ends, or has its middle."""

    x: float
    y: float
    text: str
