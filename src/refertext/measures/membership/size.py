"""size."""

from __future__ import annotations

from refertext.group.memberships import present_since
from refertext.measures.events import Arrival
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.membership.members import members_on
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.GROUP, formula="members", at_end=True)
def size(facts: Facts, scope: Scope) -> Result:
    """How many members the group has on the window's last day.

    Members on leave count, candidates and alumni do not.
    """
    members = members_on(facts, scope.window.last)
    arrivals = [Arrival(present_since(m, scope.window.last) or scope.window.last, m, ("name",)) for m in members]
    return Result(len(members), len(members), arrivals, (), {"members": len(members)})
