"""What two partners owe each other to stay awake, one thing at a time.

A partnership that has fallen asleep has no evaluation, no review and no one-to-one; that is one thing to say and not
four. The nearest step is told, and what comes after it is silent as long as that one is overdue:

1. the evaluation of a cycle that is over
2. a review, which is a one-to-one, too
3. a one-to-one that was agreed on
4. any sign of life
5. the next cycle

When the first of them is done, the next one is told. Rules and `due` take what they tell from here. What is excused by
a waiver keeps nothing silent. Where nobody can tell how a step stands, because of a file that cannot be read, those
after it are silent, too: nobody is reminded of something else instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from refertext.commitments import Outcome, verdicts
from refertext.group import Group
from refertext.group.pairs import pair
from refertext.insights.debts.evaluations import next_cycles, unevaluated
from refertext.insights.debts.one_to_ones import Unmet, unmet
from refertext.insights.debts.owed import Owed, owed_in
from refertext.insights.debts.reviews import reviews
from refertext.insights.debts.waived import is_excused
from refertext.insights.partners.partnerships import at_work
from refertext.insights.partners.stagnation import Silence, silences
from refertext.insights.standing import is_of_one_to_ones

Pairs = set[tuple[str, ...]]


class Steps(NamedTuple):
    """What is told of all pairs, overdue or not yet, in the order in which one keeps the next silent."""

    evaluations: tuple[Owed, ...]
    reviews: tuple[Owed, ...]
    one_to_ones: tuple[Unmet, ...]
    silences: tuple[Silence, ...]
    next_cycles: tuple[Owed, ...]


def steps(group: Group) -> Steps:
    """The steps that are told."""
    return group.once(_steps)


def one_at_a_time(group: Group) -> tuple[Owed, ...]:
    """The steps that are owed."""
    found = steps(group)
    between = owed_in(found.one_to_ones, found.silences)
    return (*found.evaluations, *found.reviews, *between, *found.next_cycles)


def _steps(group: Group) -> Steps:
    evaluations = unevaluated(group)
    silenced = _overdue(group, evaluations) | _unread_pairs(group)
    held = tuple(owed for owed in reviews(group) if owed.by not in silenced)
    silenced |= _overdue(group, held) | _with_unknown_review(group)
    met = tuple(one for one in unmet(group) if one.owed.by not in silenced)
    silenced |= _missed(group, met) | _with_unknown_one_to_ones(group)
    signs = _first_days(group, (*evaluations, *held, *owed_in(met)))
    quiet = tuple(one for one in silences(group) if one.owed.by not in silenced and not _comes_anyway(one, signs))
    silenced |= _overdue(group, owed_in(quiet)) | _with_unknown_silence(group) | _first_days(group, evaluations).keys()
    return Steps(evaluations, held, met, quiet, tuple(owed for owed in next_cycles(group) if owed.by not in silenced))


def _unread_pairs(group: Group) -> Pairs:
    """The pairs whose partnership's file cannot be read, as far as its name tells."""
    halves = (id_.partition("--") for id_ in group.unread["partnerships"])
    return {(min(one, other), max(one, other)) for one, _, other in halves}


def _with_unknown_review(group: Group) -> Pairs:
    known = {owed.by for owed in reviews(group)}
    return {both for p in at_work(group) if p.reviews and (both := pair(group, p)) not in known}


def _with_unknown_one_to_ones(group: Group) -> Pairs:
    return {
        verdict.subject.ids
        for verdict in verdicts(group)
        if verdict.outcome is Outcome.UNCERTAIN and is_of_one_to_ones(verdict)
    }


def _with_unknown_silence(group: Group) -> Pairs:
    known = {owed.by for owed in owed_in(silences(group))}
    return {both for p in at_work(group) if (both := pair(group, p)) not in known}


def _overdue(group: Group, found: Iterable[Owed]) -> Pairs:
    """The pairs who are told that something is overdue."""
    return {owed.by for owed in found if owed.is_overdue_on(group.as_of) and not is_excused(group, owed)}


def _missed(group: Group, found: Iterable[Unmet]) -> Pairs:
    """The pairs who are told that they have met too seldom; a window that rolls is due every day."""
    missed = (one.owed for one in found if one.verdict.outcome is Outcome.MISSED)
    return {owed.by for owed in missed if not is_excused(group, owed)}


def _first_days(group: Group, found: Iterable[Owed]) -> dict[tuple[str, ...], date]:
    """The first day by which each pair is to do something together."""
    days: dict[tuple[str, ...], date] = {}
    for owed in found:
        if not is_excused(group, owed):
            days[owed.by] = min(owed.due, days.get(owed.by, owed.due))
    return days


def _comes_anyway(silence: Silence, signs: dict[tuple[str, ...], date]) -> bool:
    """Whether something that is due by then will be the sign of life."""
    day = signs.get(silence.owed.by)
    return day is not None and day <= silence.owed.due
