"""Where each partnership stands in the five steps of its cycle, and what is missing for the next one.

- commit: a cycle with a promise of both, and the goals of both written down
- identify: ten contacts of each, all rated
- strategize: a plan and a day for every promising contact
- execute: the plans carried out, the promises kept
- evaluate: what the cycle taught, when it is over

Then the next cycle begins within thirty days. The step is the first of which something is missing; when a cycle's time
is over, it is to be evaluated, whatever is missing. The promises are judged one by one, each partner by their own, so
that an uneven balance to which both agreed is respected.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from refertext.commitments import Verdict, promise_verdicts
from refertext.group import Group
from refertext.group.pairs import partners
from refertext.insights.debts.evaluations import TIME_TO_REPEAT, begun, in_order
from refertext.insights.partners.partnerships import at_work, is_evaluated
from refertext.insights.partners.steps import (
    commitment_missing,
    contacts_missing,
    goals_missing,
    plans_missing,
    promises_missing,
    to_carry_out,
)
from refertext.records import Partnership
from refertext.records.partnership import Cycle


class Step(IntEnum):
    """The five steps of a cycle, and the time between two cycles."""

    COMMIT = 1
    IDENTIFY = 2
    STRATEGIZE = 3
    EXECUTE = 4
    EVALUATE = 5
    REPEAT = 6


class CycleState(NamedTuple):
    """Where a partnership stands.

    `cycle` is the one that runs, else the one that is to be evaluated or comes next, else the last one; `number` is its
    position in the file. Both are None before the first one. `missing` is what the step still needs, in words.
    `verdicts` are those of the cycle's promises, in both directions, as soon as it has begun.
    """

    partnership: Partnership
    number: int | None
    cycle: Cycle | None
    step: Step
    missing: tuple[str, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def title(self) -> str:
        """The step by number and name: `Step 3 of 5, strategize`."""
        word = self.step.name.lower()
        return f"Step {int(self.step)} of 5, {word}" if self.step <= Step.EVALUATE else "Evaluated, repeat"

    @property
    def headline(self) -> str:
        """The step and what is missing: `Step 3 of 5, strategize: 2 promising contacts have no plan yet: …`."""
        return f"{self.title}: {'; '.join(self.missing)}"


def cycle_states(group: Group) -> tuple[CycleState, ...]:
    """Where each partnership between two members of the day stands, in order of id."""
    return group.once(_states)


def running_cycles(group: Group) -> Mapping[str, tuple[CycleState, ...]]:
    """The cycles that run on the as-of day, side by side, for each member of the day; perhaps none."""
    running: dict[str, list[CycleState]] = {member.id: [] for member in group.present_members}
    for state in cycle_states(group):
        if state.cycle and state.cycle.from_ <= group.as_of <= state.cycle.until:
            for id_ in partners(group, state.partnership):
                running[id_].append(state)
    return {id_: tuple(states) for id_, states in running.items()}


def current_cycle(group: Group, partnership: Partnership) -> tuple[int | None, Cycle | None]:
    """The last cycle that has begun, with its position in the file; the first one ahead where there is none, or it has
    been evaluated. None and None before the first one.
    """
    known = begun(group, partnership)
    ahead = in_order(partnership)[len(known) :]
    if known and not (ahead and is_evaluated(group, known[-1][1])):
        return known[-1]
    return ahead[0] if ahead else (None, None)


def _states(group: Group) -> tuple[CycleState, ...]:
    verdicts: dict[tuple[str, int], list[Verdict]] = defaultdict(list)
    for verdict in promise_verdicts(group):
        verdicts[verdict.record.id, int(verdict.path[1])].append(verdict)
    return tuple(_state(group, partnership, verdicts) for partnership in at_work(group))


def _state(group: Group, partnership: Partnership, verdicts: Mapping[tuple[str, int], Sequence[Verdict]]) -> CycleState:
    number, cycle = current_cycle(group, partnership)
    if number is None or cycle is None:
        missing = (*goals_missing(group, partnership), "a cycle: from when until when, and what each promises")
        return CycleState(partnership, None, None, Step.COMMIT, missing, ())
    promises = tuple(verdicts.get((partnership.id, number), ()))
    step, missing = _step(group, partnership, cycle, promises)
    return CycleState(partnership, number, cycle, step, missing, promises)


def _step(
    group: Group, partnership: Partnership, cycle: Cycle, promises: Sequence[Verdict]
) -> tuple[Step, tuple[str, ...]]:
    """The step at which a cycle is, and what that step still needs."""
    if is_evaluated(group, cycle):
        return Step.REPEAT, (f"the next cycle, to begin by {cycle.until + TIME_TO_REPEAT}, with a promise of both",)
    if cycle.until <= group.as_of:
        return Step.EVALUATE, (f"what went well in the cycle that ended on {cycle.until}, and what to change",)
    for step, lacks in _BEFORE.items():
        missing = tuple(lacks(group, partnership, cycle))
        if missing:
            return step, missing
    missing = (*promises_missing(group, promises), *to_carry_out(group, cycle))
    if cycle.from_ > group.as_of:
        missing = (f"the cycle begins on {cycle.from_}", *missing)
    if missing:
        return Step.EXECUTE, missing
    return Step.EVALUATE, (f"everything is handed over; the cycle ends on {cycle.until}",)


_BEFORE: Mapping[Step, Callable[[Group, Partnership, Cycle], Iterator[str]]] = {
    Step.COMMIT: commitment_missing,
    Step.IDENTIFY: contacts_missing,
    Step.STRATEGIZE: plans_missing,
}
