"""The life of a referral: which steps may follow which, when it became one, until when it is open.

Given, accepted, contacted, met, proposed, and then won, lost or not a fit. Steps may be skipped, none goes back.
Returned stands in place of accepted; stalled may stand anywhere while it is open. After won only won follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from refertext.problem import Path
from refertext.records.referral import CLOSING, Entry, Referral

Step = tuple[int, Entry]
"""An entry of the history and its position."""

_RANKS = {
    "returned": 0,
    "accepted": 1,
    "contacted": 2,
    "met": 3,
    "proposed": 4,
    "won": 5,
    "lost": 5,
    "not-a-fit": 5,
}


def closed_since(referral: Referral) -> date | None:
    """The day of the first entry that closed it, or None."""
    return min((entry.date for entry in referral.history if entry.status in CLOSING), default=None)


def is_open_on(referral: Referral, day: date) -> bool:
    """Whether it is open at the end of a day."""
    closed = closed_since(referral)
    return closed is None or closed > day


def became_referral(referral: Referral) -> tuple[date, Path] | None:
    """The day from which it claims to be of kind referral, and the path of that claim; None where it never does."""
    if referral.kind == "referral":
        return referral.date, ("kind",)
    for number, entry in enumerate(referral.history):
        if entry.kind == "referral":
            return entry.date, ("history", number, "kind")
    return None


def lives(referral: Referral) -> Iterable[list[Step]]:
    """The history in order of date: once, or of each person apart where several took a lead to everyone."""
    steps = sorted(enumerate(referral.history), key=lambda step: step[1].date)
    if len(referral.taken_by) < 2:
        return (steps,)
    apart: dict[str | None, list[Step]] = {}
    for number, entry in steps:
        apart.setdefault(entry.by, []).append((number, entry))
    return apart.values()


def misplaced(steps: Iterable[Step]) -> Iterator[tuple[Step, Step]]:
    """The statuses that cannot stand where they stand, each with the earlier one that forbids it."""
    furthest: Step | None = None
    for step in steps:
        status = step[1].status
        before = furthest[1].status if furthest else None
        if status is None or (status == "stalled" and before not in CLOSING):
            continue
        if furthest and before and _forbids(before, status):
            yield step, furthest
        else:
            furthest = step


def _forbids(before: str, status: str) -> bool:
    if before in CLOSING:
        return not before == status == "won"
    return _RANKS[status] < _RANKS[before]
