"""value-received."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.outcomes.steps import reached_by, worth
from refertext.measures.subject import Kind


@measure(Unit.MONEY, Kind.MEMBER, Kind.PAIR, formula="sum of values won", noun=("win", "wins"))
def value_received(facts: Facts, scope: Scope) -> Result:
    """What was won in the window, by the one who received it.

    The sum of the values of what was won, by the day it was won; first and repeat business, and the tiers, stand
    beside it. Amounts in another currency than the group's are not added up. Of a pair: what the first won with
    gifts of the second.
    """
    return worth(facts, reached_by(facts.wins, scope))
