"""All verdicts of a group: of its agreements' measures and rules, and of the promises of partnerships' cycles."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from refertext.commitments.bound import Bound, bounds
from refertext.commitments.judge import verdict, why_in_grace
from refertext.commitments.measurable import can_be_judged
from refertext.commitments.promises import of_cycle
from refertext.commitments.verdict import Outcome, Verdict
from refertext.commitments.waivers import running_waivers
from refertext.group import Group
from refertext.group.pairs import both_are_members
from refertext.measures import facts
from refertext.measures.registry import all_measures


def verdicts(group: Group) -> tuple[Verdict, ...]:
    """The verdict of every commitment about a measure, for each subject it binds; in order of agreement, commitment
    and subject; none of what cannot be judged as it is written. A target alone is for coaching: nobody misses it.
    """
    return group.once(_verdicts)


def _verdicts(group: Group) -> tuple[Verdict, ...]:
    known, measures, waivers = facts(group), all_measures(), running_waivers(group)
    return tuple(
        verdict(known, measure, bound, waivers)
        for _, agreement in sorted(group.agreements.items())
        for number, commitment in enumerate(agreement.commitments)
        if (measure := measures.get(commitment.measure or "")) and can_be_judged(commitment)
        for bound in bounds(group, agreement, number, measure)
    )


def rule_verdicts(group: Group, found: Mapping[str, AbstractSet[str]]) -> tuple[Verdict, ...]:
    """The verdicts of commitments that a rule finds nothing: kept by a member while nothing is found that is about
    them.

    `found` are the ids of the members about whom each of those rules finds something now; so a commitment that has
    ended has none, and neither has one that cannot be judged as it is written.
    """
    return tuple(
        _of_rule(bound, rule, found[rule])
        for _, agreement in sorted(group.agreements.items())
        for number, commitment in enumerate(agreement.commitments)
        if (rule := commitment.rule) and rule in found and can_be_judged(commitment)
        for bound in bounds(group, agreement, number, None)
        if not bound.term.is_over
    )


def _of_rule(bound: Bound, rule: str, meant: AbstractSet[str]) -> Verdict:
    grace = why_in_grace(bound)
    if grace:
        outcome, why, mend = Outcome.TOO_EARLY, grace, ""
    elif not meant.isdisjoint(bound.subject.ids):
        outcome, why, mend = Outcome.MISSED, f"{rule} finds something", f"see “refertext check --rule {rule}”"
    else:
        outcome, why, mend = Outcome.KEPT, f"{rule} finds nothing", ""
    path = ("commitments", bound.number)
    return Verdict(bound.agreement, path, bound.subject, bound.term.day, outcome, outcome, why, mend)


def promise_verdicts(group: Group) -> tuple[Verdict, ...]:
    """The verdicts of what partners promised each other in their cycles, in each direction, of every cycle that has
    begun; in order of partnership and cycle. Only of those who both are members now.
    """
    return group.once(_promise_verdicts)


def _promise_verdicts(group: Group) -> tuple[Verdict, ...]:
    known, waivers = facts(group), running_waivers(group)
    return tuple(
        one
        for _, partnership in sorted(group.partnerships.items())
        if both_are_members(group, partnership)
        for number in range(len(partnership.cycles))
        for one in of_cycle(known, partnership, number, waivers)
    )
