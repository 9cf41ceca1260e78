"""The pipeline: what is open in the hands of members, by the step that it has reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from refertext.group import Group
from refertext.group.referral_life import Life
from refertext.insights.debts.due import due
from refertext.insights.debts.news import Silent, silent
from refertext.measures import facts
from refertext.measures.events import Handling
from refertext.measures.facts import handling
from refertext.records.referral import CLOSING

GIVEN = "given"
"""Where everything begins: handed over, and nothing has been done with it yet."""
STEPS = (GIVEN, "accepted", "contacted", "met", "proposed")
"""The steps of what is open, in their order."""
STALLED = "stalled"


@dataclass(frozen=True, slots=True)
class Underway:
    """Something open in the hands of one receiver: the furthest step it has reached, whether it is stalled there, and
    whether its giver should have heard of it.
    """

    handling: Handling
    step: str
    is_stalled: bool
    is_silent: bool


def how_far(life: Life) -> str:
    """What became of a referral in the hands of a receiver: how it was closed, be it won again later, or that it is
    stalled, or the furthest step that it has reached.
    """
    said = [entry.status for _, entry in life.steps if entry.status]
    closing = next((status for status in said if status in CLOSING), None)
    if closing:
        return closing
    return STALLED if said and said[-1] == STALLED else furthest(life)


def furthest(life: Life) -> str:
    """The furthest of the steps that a life which is open has reached."""
    return max([GIVEN, *(entry.status for _, entry in life.steps if entry.status in STEPS)], key=STEPS.index)


def overdue_news(group: Group) -> tuple[Silent, ...]:
    """Of what givers wait to hear by the as-of day, but what a waiver excuses; the longest silent first."""
    return group.once(_overdue_news)


def pipeline(group: Group) -> Mapping[str, tuple[Underway, ...]]:
    """What is open in the hands of anybody, by step, the longest silent first; every step is there."""
    found = sorted(_underway(group), key=lambda one: (-one.handling.silence_on(group.as_of), one.handling.record.id))
    return {step: tuple(one for one in found if one.step == step) for step in STEPS}


def _overdue_news(group: Group) -> tuple[Silent, ...]:
    owed = {one for one in due(group, group.as_of) if one.topic == "news"}
    late = [one for one in silent(group) if one.owed in owed]
    return tuple(sorted(late, key=lambda one: (-one.days, one.handling.record.id, one.owed.by)))


def _underway(group: Group) -> Iterator[Underway]:
    late = {(one.handling.record.id, one.handling.receiver) for one in overdue_news(group)}
    for gift, life in facts(group).open_lives:
        is_silent = (gift.record.id, life.receiver) in late
        yield Underway(handling(gift, life), furthest(life), how_far(life) == STALLED, is_silent)
