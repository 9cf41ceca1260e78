"""visitors."""

from __future__ import annotations

from refertext.measures.contact.visits import visits
from refertext.measures.facts import Facts
from refertext.measures.measure import Part, Result, Scope, Unit, count, measure
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.MEMBER, Kind.GROUP, formula="visitors", at_meetings=True)
def visitors(facts: Facts, scope: Scope) -> Result:
    """How many visitors a member brought.

    Visits at group meetings by those whom the member invited; the group's are all visits. The number of different
    visitors stands beside it. Usual aim: one a month.
    """
    found = visits(facts, scope)
    return count(found, (Part("different visitors", len({visit.visitor for visit in found}), Unit.COUNT),))
