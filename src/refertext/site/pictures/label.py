"""Labels: names and days that stand beside what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from refertext.text.wording import cut_short

_LONGEST_NAME = 20
_PER_CHARACTER = 8.4  # how wide one is, at most
_GAP = 10


@dataclass(frozen=True, slots=True)
class Label:
    """A name, a month or a day beside a picture, and where it begins, ends, or has its middle."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names of rows, drawn for themselves, so that they stay while what is beside them is moved; `height` is that
    of both.
    """

    width: float
    height: float
    labels: tuple[Label, ...]


def short_names(names: Sequence[str]) -> list[str]:
    """Names as they stand beside a picture."""
    return [cut_short(name, _LONGEST_NAME) for name in names]


def width_of(labels: Sequence[str]) -> float:
    """How much room the longest of some labels takes."""
    return round(max([len(label) for label in labels], default=0) * _PER_CHARACTER + _GAP + 2, 1)


def names_of_rows(names: Sequence[str], top: float, pitch: int) -> Names:
    """The names of rows of which the first begins at `top`, each `pitch` high; the longest ones are cut short."""
    labels = short_names(names)
    width, height = width_of(labels), round(top + len(names) * pitch + 2, 1)
    rows = (Label(width - _GAP, middle(top, at, pitch), label) for at, label in enumerate(labels))
    return Names(width, height, tuple(rows))


def middle(begin: float, number: int, pitch: int) -> float:
    """The middle of a row or a column."""
    return round(begin + (number + 0.5) * pitch, 1)
