"""Whether a step may be recorded: what stands in the way of one more entry in the history of a referral."""

from __future__ import annotations

from dataclasses import dataclass, replace

from refertext.group.referral_life import Life, Step, furthest, misplaced, next_steps
from refertext.records.referral import Entry, Status


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a step cannot be recorded, in words, and which steps might be on its day: none where the life has ended.

    `before` is the later entry before which it does not fit, where that is the reason.
    """

    said: str
    possible: tuple[Status, ...]
    before: Entry | None = None


def obstacle(life: Life, entry: Entry) -> Obstacle | None:
    """What stands in the way of an entry with a status in a life; None where it may stand where its day puts it."""
    at = sum(1 for _, other in life.steps if other.date <= entry.date)
    later = life.steps[at:]
    so_far = replace(life, steps=life.steps[:at])
    possible = next_steps(so_far)
    if entry.status not in possible:
        return Obstacle(_why_impossible(so_far, entry, possible), possible)
    steps: tuple[Step, ...] = (*life.steps[:at], (len(life.steps), entry), *later)
    if len(list(misplaced(steps))) <= len(list(misplaced(life.steps))):
        return None
    first = next(other for _, other in later if other.status)
    said = f"“{entry.status}” on {entry.date} does not fit before “{first.status}” of {first.date}"
    return Obstacle(said, possible, first)


def _why_impossible(so_far: Life, entry: Entry, possible: tuple[Status, ...]) -> str:
    step = furthest(so_far.steps)
    now = f"This referral is “{step[1].status}” since {step[1].date}" if step else "Nothing was recorded yet"
    if step and possible and step[1].status == entry.status:
        return f"{now} already"
    return f"{now}, so it cannot become “{entry.status}”" if possible else f"{now}, and that was its end"
