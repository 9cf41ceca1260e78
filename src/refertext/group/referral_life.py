"""The life of a referral: what was known of it on a day, which steps may follow which, until when it is open.

Given, accepted, contacted, met, proposed, and then won, lost or not a fit. Steps may be skipped, none goes back.
Returned stands in place of accepted; stalled may stand anywhere while it is open. After won only won follows.
A lead to everyone has as many lives as people took it up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from refertext.problem import Path
from refertext.records.referral import CLOSING, Entry, Referral, Status

if TYPE_CHECKING:
    from refertext.group.group import Group

Step = tuple[int, Entry]
"""An entry of the history after its position in the file."""

_RANKS: dict[Status, int] = {
    "returned": 0,
    "accepted": 1,
    "contacted": 2,
    "met": 3,
    "proposed": 4,
    "won": 5,
    "lost": 5,
    "not-a-fit": 5,
}


def as_known_on(referral: Referral, day: date) -> Referral:
    """A referral as it stood at the end of a day, without the entries, thanks and evaluation that are dated later.

    The same object where nothing is. Its consent stays: it is judged by its own day. What has no day of its own,
    such as who took it up, stays as well.
    """
    if not has_later(referral, day):
        return referral
    kept = [step for step in referral.entries if step[1].date <= day]
    thanked, evaluation = referral.thanked, referral.evaluation
    known = copy(referral)
    for name, value in (
        ("history", tuple([entry for _, entry in kept])),
        ("positions", tuple([number for number, _ in kept])),
        ("thanked", thanked if thanked and thanked.date <= day else None),
        ("evaluation", None if evaluation and evaluation.date and evaluation.date > day else evaluation),
    ):
        object.__setattr__(known, name, value)
    return known


def has_later(referral: Referral, day: date) -> bool:
    """Whether an entry of a referral's history, its thanks or its evaluation are dated after a day."""
    for entry in referral.history:
        if entry.date > day:
            return True
    if referral.thanked and referral.thanked.date > day:
        return True
    evaluation = referral.evaluation
    return evaluation is not None and evaluation.date is not None and evaluation.date > day


def became_referral(referral: Referral) -> tuple[date, Path] | None:
    """The day from which it claims to be of kind referral, and the path of that claim; None where it never does.

    Entries count however late they are dated: ask about a referral as known on a day.
    """
    if referral.kind == "referral":
        return referral.date, ("kind",)
    claims = [(entry.date, number) for number, entry in referral.entries if entry.kind == "referral"]
    if not claims:
        return None
    day, number = min(claims)
    return day, ("history", number, "kind")


@dataclass(frozen=True, slots=True)
class Life:
    """What became of a referral in the hands of one receiver: the steps in order of date.

    `receiver` is a present id. It is None where nobody took up a lead to everyone, and for what was written without
    the name of any of its several takers.
    """

    referral: Referral
    receiver: str | None
    steps: tuple[Step, ...]

    @property
    def closed_since(self) -> date | None:
        """The day of the first entry that closed it, or None."""
        for _, entry in self.steps:
            if entry.status in CLOSING:
                return entry.date
        return None

    def is_open_on(self, day: date) -> bool:
        """Whether it is open at the end of a day."""
        closed = self.closed_since
        return closed is None or closed > day


def receivers(group: Group, referral: Referral) -> tuple[str, ...]:
    """The present ids of who received a referral, each once; of a lead to everyone, those who took it up."""
    ids = referral.taken_by if referral.is_to_everyone else (referral.to,)
    return tuple(dict.fromkeys(group.resolve("members", id_) for id_ in ids))


def lives(group: Group, referral: Referral) -> tuple[Life, ...]:
    """The lives of a referral: one, or one for each who took up a lead to everyone, in the order they are named.

    Where several did, entries belong to whom their `by` names. Statuses that name none of them make one more life.
    """
    steps = tuple(sorted(referral.entries, key=_day))
    takers = receivers(group, referral)
    if len(takers) < 2:
        return (Life(referral, takers[0] if takers else None, steps),)
    apart: dict[str | None, list[Step]] = {taker: [] for taker in takers}
    nobodys: list[Step] = []
    for step in steps:
        by = step[1].by
        apart.get(by and group.resolve("members", by), nobodys).append(step)
    if any(entry.status for _, entry in nobodys):
        apart[None] = nobodys
    return tuple([Life(referral, receiver, tuple(own)) for receiver, own in apart.items()])


def _day(step: Step) -> date:
    return step[1].date


def closed_since(group: Group, referral: Referral) -> date | None:
    """The day on which the last of its receivers closed a referral, or None while it is open in anybody's hands."""
    found = lives(group, referral)
    held = [life for life in found if life.receiver is not None] or found
    days = [day for life in held if (day := life.closed_since)]
    return max(days) if len(days) == len(held) else None


def is_open(group: Group, referral: Referral, day: date) -> bool:
    """Whether a referral is open at the end of a day, in the hands of any receiver."""
    closed = closed_since(group, referral)
    return closed is None or closed > day


def misplaced(steps: Iterable[Step]) -> Iterator[tuple[Step, Step]]:
    """The statuses that cannot stand where they stand, each with the earlier one that forbids it."""
    furthest: Step | None = None
    for step in steps:
        if _leads_on(furthest, step):
            furthest = step
        elif furthest and not _is_pause(furthest, step):
            yield step, furthest


def furthest(steps: Iterable[Step]) -> Step | None:
    """The step that a referral has come to: the last one that may stand where it stands, pauses left out."""
    found: Step | None = None
    for step in steps:
        if _leads_on(found, step):
            found = step
    return found


def _leads_on(before: Step | None, step: Step) -> bool:
    """Whether a step has a status that may follow, and is more than a pause."""
    status = step[1].status
    if status is None or _is_pause(before, step):
        return False
    return not (before and before[1].status and _forbids(before[1].status, status))


def _is_pause(before: Step | None, step: Step) -> bool:
    """Whether a step says nothing of how far it has come: a note, or that it is stalled before its end."""
    return step[1].status is None or (
        step[1].status == "stalled" and (before[1].status if before else None) not in CLOSING
    )


def next_steps(life: Life) -> tuple[Status, ...]:
    """The statuses that may come next in a life: what is further on, and stalled; nothing where it has ended."""
    step = furthest(life.steps)
    before = step[1].status if step else None
    if before in CLOSING:
        return ("won",) if before == "won" else ()
    later = [status for status, rank in _RANKS.items() if before is None or rank > _RANKS[before]]
    return (*later, "stalled")


def _forbids(before: Status, status: Status) -> bool:
    if before in CLOSING:
        return not before == status == "won"
    return _RANKS[status] < _RANKS[before]
