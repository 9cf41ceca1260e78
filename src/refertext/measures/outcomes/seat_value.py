"""seat-value."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from refertext.measures.facts import Facts
from refertext.measures.measure import Amount, Part, Result, Scope, Unit, measure, unknown
from refertext.measures.membership.members import members_on
from refertext.measures.outcomes.steps import with_gifts_of, worth
from refertext.measures.subject import Kind


@measure(Unit.MONEY, Kind.GROUP, formula="sum of values won ÷ members", noun=("win", "wins"))
def seat_value(facts: Facts, scope: Scope) -> Result:
    """What a seat was worth: what was won with members' gifts, for each member.

    sum of values won ÷ members on the window's last day, to the cent. Twelve months are usual. It is shown where
    the value of the group is.
    """
    total = worth(facts, with_gifts_of(facts.wins, scope))
    members = len(members_on(facts, scope.window.last))
    if not members or not isinstance(total.amount, Decimal):
        return unknown(total.reason or "there are no members", total.among)
    each = (total.amount / members).quantize(Decimal("0.01"), ROUND_HALF_EVEN)
    inputs: dict[str, Amount] = {"sum of values won": total.amount, "members": members}
    return Result(each, total.n, total.counted, total.among, inputs, (Part("members", members, Unit.COUNT),))
