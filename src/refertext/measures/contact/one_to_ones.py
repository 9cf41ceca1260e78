"""one-to-ones."""

from __future__ import annotations

from refertext.measures.contact.encounters import encounters, times_met
from refertext.measures.facts import Facts
from refertext.measures.measure import Part, Result, Scope, Unit, count, measure
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.MEMBER, Kind.PAIR, Kind.GROUP, formula="one-to-ones", mutual=True)
def one_to_ones(facts: Facts, scope: Scope) -> Result:
    """How many one-to-ones and partnership reviews were held.

    Only those between two who were members that day; cancelled ones do not count. The number of different partners
    (of the group: pairs) stands beside it.
    """
    found = encounters(facts, scope)
    return count(found, (Part("different partners", len(times_met(found)), Unit.COUNT),))
