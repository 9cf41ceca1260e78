"""growth."""

from __future__ import annotations

from fractions import Fraction

from refertext.measures.facts import Facts
from refertext.measures.measure import Part, Result, Scope, Unit, measure
from refertext.measures.membership.members import members_at_start
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.GROUP, formula="joined - left", noun=("new member", "new members"), shrinks=True, signed=True)
def growth(facts: Facts, scope: Scope) -> Result:
    """How many members the group gained, those who left taken off.

    joined - left, by the day of joining and the last day of membership. Its share of the members at the start
    stands beside it.
    """
    joined, left = facts.joinings.within(scope.window), facts.leavings.within(scope.window)
    start = len(members_at_start(facts, scope.window))
    net = len(joined) - len(left)
    parts = (Part("of the members at the start", Fraction(net, start), Unit.SHARE),) if start else ()
    return Result(net, len(joined) + len(left), [*joined, *left], (), {"joined": len(joined), "left": len(left)}, parts)
