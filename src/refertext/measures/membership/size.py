"""size."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.membership.members import arrival, members_on
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.GROUP, formula="members", at_end=True)
def size(facts: Facts, scope: Scope) -> Result:
    """How many members the group has on the window's last day.

    Members on leave count, candidates and alumni do not.
    """
    members = members_on(facts, scope.window.last)
    arrivals = [arrival(member, scope.window.last) for member in members]
    return Result(len(members), len(members), arrivals, (), {"members": len(members)})
