"""What there is to worry about in partnerships: promises at risk, silence, gifts that go one way, reviews not held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from refertext.commitments import Outcome
from refertext.commitments.promises import REFERRALS
from refertext.commitments.tried import counted
from refertext.group import Group
from refertext.insights.debts.reviews import reviews
from refertext.insights.partners.balance import balances
from refertext.insights.partners.cycle import CycleState, cycle_states
from refertext.insights.partners.stagnation import silences
from refertext.measures.window import A_YEAR

Worry = tuple[str, str]
"""The file of a partnership, and what there is to worry about, as a sentence without full stop."""


def worries(group: Group) -> Mapping[str, tuple[str, ...]]:
    """What there is to worry about, by the file of the partnership; those that do well are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for file, worry in (*_promises(group), *_silent(group), *_one_way(group), *_unreviewed(group)):
        found[file].append(worry)
    return {file: tuple(those) for file, those in found.items()}


def _promises(group: Group) -> Iterator[Worry]:
    for state in cycle_states(group):
        for worry in _of_cycle(group, state):
            yield state.partnership.file, worry


def _of_cycle(group: Group, state: CycleState) -> Iterator[str]:
    """Promises that are at risk, or were missed in a cycle that is still to be talked about."""
    for verdict in state.verdicts:
        giver, receiver = (group.name(id_) for id_ in verdict.subject.pair)
        one = verdict.tried
        if verdict.outcome is Outcome.AT_RISK and one:
            promised = f"{counted(int(one.at_least or 0), REFERRALS)} by {one.window.last}"
            yield f"at risk: {giver} promised {receiver} {promised} and gave {one.amount or 'none'}"
        elif verdict.outcome is Outcome.MISSED and one:
            yield f"missed: {giver} gave {receiver} {one.amount} of {one.at_least} promised by {one.window.last}"


def _silent(group: Group) -> Iterator[Worry]:
    for silence in silences(group):
        if silence.is_stagnating:
            yield silence.partnership.file, f"asleep: nothing is recorded between them since {silence.since}"


def _one_way(group: Group) -> Iterator[Worry]:
    for balance in balances(group):
        if balance.partnership and balance.is_out:
            one, other = (group.name(id_) for id_ in balance.members)
            counts = f"{one} gave {balance.gave}, {other} gave {balance.received}"
            yield balance.partnership.file, f"out of balance: {counts} in {A_YEAR}"


def _unreviewed(group: Group) -> Iterator[Worry]:
    for owed in reviews(group):
        if owed.is_overdue_on(group.as_of):
            yield owed.place.file, f"not reviewed: that was due on {owed.due}"
