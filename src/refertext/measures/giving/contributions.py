"""contributions."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.giving.gifts import given
from refertext.measures.measure import Result, Scope, Unit, count, measure
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.MEMBER, Kind.PAIR, Kind.GROUP, formula="contributions")
def contributions(facts: Facts, scope: Scope) -> Result:
    """How many contributions were given.

    Leads, introductions and referrals together; what was returned counts as given, and a gift made on leave counts
    too. Of a pair: what the first gave to the second.
    """
    return count(given(facts, scope))
