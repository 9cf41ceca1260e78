"""drifting."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.membership.newcomers import absences, drifts, newcomers
from refertext.measures.subject import Kind


@measure(
    Unit.COUNT,
    Kind.MEMBER,
    Kind.GROUP,
    formula="drifting newcomers",
    at_end=True,
    noun=("drifting newcomer", "drifting newcomers"),
)
def drifting(facts: Facts, scope: Scope) -> Result:
    """How many newcomers drift away: two absences, or no contribution.

    Newcomers are members in their first 90 days. One with two absences in them drifts, and so does one who has
    given nothing after four weeks; before that nobody can tell, nor of days before records began. Of a member: 1
    or 0.
    """
    last = scope.window.last
    asked = [n for n in newcomers(facts, last) if not scope.subject.ids or n.record.id == scope.subject.member]
    counted = [newcomer for newcomer in asked if drifts(facts, newcomer, last)]
    return Result(
        amount=len(counted),
        n=len(asked),
        counted=counted,
        among=asked,
        inputs={"drifting newcomers": len(counted)},
        beside=lambda: {"their absences": [one for newcomer in asked for one in absences(facts, newcomer, last)]},
    )
