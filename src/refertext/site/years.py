"""Years: how lists that grow from year to year lead to the page of each."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class YearCard:
    """A year: the page of it, what there is in it, and in a second line what else."""

    year: int
    to: str
    said: str
    more: str


def beside(path: str, year: int, known: Container[int]) -> tuple[str, str]:
    """The pages of the years before and after, below a path; empty where there is none."""
    before, after = (f"{path}/{one}" if one in known else "" for one in (year - 1, year + 1))
    return before, after
