"""fulfilment."""

from __future__ import annotations

from fractions import Fraction

from refertext.measures.contact.promises import delivered, promised, promises
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure, unknown
from refertext.measures.subject import Kind


@measure(
    Unit.SHARE,
    Kind.PAIR,
    formula="delivered ÷ promised",
    noun=("referral delivered", "referrals delivered"),
    may_exceed=True,
    settled=True,
)
def fulfilment(facts: Facts, scope: Scope) -> Result:
    """What one partner delivered, of what they promised the other in their cycles.

    delivered ÷ promised, over the cycles that ended in the window: referrals (of kind referral by the cycle's end)
    that the first gave to the second, dated within the cycle. More than 100 % is possible.
    """
    giver, receiver = scope.subject.pair
    partnership = facts.partnerships.get(frozenset(scope.subject.pair))
    if partnership is None:
        return unknown("the two have no partnership")
    ended = [cycle for cycle in partnership.cycles if cycle.until in scope.window]
    total = sum(promised(facts, cycle, giver) for cycle in ended)
    gave = [gift for cycle in ended for gift in delivered(facts, cycle, giver, receiver)]
    if not total:
        return unknown("nothing was promised in a cycle that ended")
    return Result(
        amount=Fraction(len(gave), total),
        n=total,
        counted=gave,
        inputs={"delivered": len(gave), "promised": total},
        beside=lambda: {"promised": promises(facts, partnership, scope.subject.pair, scope.window)},
    )
