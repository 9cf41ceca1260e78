"""presentations."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, count, measure
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.MEMBER, Kind.GROUP, formula="presentations", at_meetings=True)
def presentations(facts: Facts, scope: Scope) -> Result:
    """How often a member presented at a group meeting.

    Usual floor: once a year.
    """
    index = facts.presentations
    of_whom = index.everything if scope.subject.kind is Kind.GROUP else index.of(scope.subject.member)
    return count(of_whom.within(scope.window))
