"""consecutive-absences."""

from __future__ import annotations

from refertext.measures.attendance.seatings import runs, seatings
from refertext.measures.facts import Facts
from refertext.measures.measure import STILL_RUNNING, Part, Result, Scope, Unit, measure
from refertext.measures.subject import Kind


@measure(
    Unit.COUNT,
    Kind.MEMBER,
    formula="longest run of absent",
    at_meetings=True,
    weighted=True,
    longest=True,
    noun=("absence in a row", "absences in a row"),
)
def consecutive_absences(facts: Facts, scope: Scope) -> Result:
    """The longest run of absences.

    Only coming in person ends a run; substitutes and excused absences neither lengthen nor break it. Runs are
    looked for within the window; beside the longest stands the one that nobody has ended yet. An agreement that
    takes no excuses writes `weights: {excused: 1}`. Usual limit: 3 or 4.
    """
    found = seatings(facts, scope)
    run, still = runs(found, scope.weights)
    parts = (Part(STILL_RUNNING, len(still), Unit.COUNT),)
    return Result(len(run), len(found), run, found, {"longest run of absent": len(run)}, parts)
