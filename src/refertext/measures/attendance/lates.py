"""lates."""

from __future__ import annotations

from refertext.measures.attendance.seatings import seatings, those
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.MEMBER, formula="late", at_meetings=True, noun=("late", "lates"))
def lates(facts: Facts, scope: Scope) -> Result:
    """How often a member came late.

    Coming late is coming: it counts as attended. Some score tables count it apart.
    """
    found = seatings(facts, scope)
    late = those(found, "late")
    return Result(len(late), len(found), late, found, {"late": len(late)})
