"""What measures of one-to-ones share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from refertext.measures.events import Encounter
from refertext.measures.facts import Facts
from refertext.measures.measure import Scope
from refertext.measures.subject import Kind


def encounters(facts: Facts, scope: Scope) -> Sequence[Encounter]:
    """The one-to-ones and reviews of a member, of a pair, or of everybody."""
    if scope.subject.kind is Kind.PAIR:
        one, other = sorted(scope.subject.pair)
        return facts.encounters_of_pairs.of((one, other)).within(scope.window)
    of_whom = facts.encounters.everything
    if scope.subject.kind is Kind.MEMBER:
        of_whom = facts.encounters.of(scope.subject.member)
    return of_whom.within(scope.window)


def times_met(found: Sequence[Encounter]) -> Counter[tuple[str, str]]:
    """How often each pair met, ids in order."""
    return Counter(encounter.members for encounter in found)
