"""meetings-held."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, count, measure
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.GROUP, formula="meetings held", at_meetings=True, noun=("meeting held", "meetings held"))
def meetings_held(facts: Facts, scope: Scope) -> Result:
    """How many group meetings took place.

    Cancelled ones did not.
    """
    return count(facts.meetings.within(scope.window))
