"""value."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.outcomes.steps import with_gifts_of, worth
from refertext.measures.subject import Kind


@measure(Unit.MONEY, Kind.MEMBER, Kind.PAIR, Kind.GROUP, formula="sum of values won", noun=("win", "wins"))
def value(facts: Facts, scope: Scope) -> Result:
    """What was won in the window, credited to the one who gave.

    The sum of the values of what was won, by the day it was won; first and repeat business, and the tiers, stand
    beside it. Amounts in another currency than the group's are not added up. Of a pair: with what the first gave to
    the second; of the group: with what members gave. The group's is shown where it tells of nobody alone: what
    is in it without everybody's show_value: yes was given by at least three members, and won by at least three.
    """
    return worth(facts, with_gifts_of(facts.wins, scope))
