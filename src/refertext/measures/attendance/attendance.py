"""attendance."""

from __future__ import annotations

from refertext.measures.attendance.seatings import seatings, those, why_none
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure, share
from refertext.measures.subject import Kind
from refertext.records.meeting import IN_PERSON


@measure(
    Unit.SHARE,
    Kind.MEMBER,
    Kind.GROUP,
    formula="(present + late) ÷ meetings",
    at_meetings=True,
    noun=("meeting in person", "meetings in person"),
    failing=("missed meeting", "missed meetings"),
)
def attendance(facts: Facts, scope: Scope) -> Result:
    """The share of group meetings attended in person.

    (present + late) ÷ meetings. Meetings are those that took place on days of membership, outside approved leave
    and breaks; cancelled ones do not count, and a meeting that says nothing of a member counts as absent. A
    substitute keeps the chair warm, but does not count here: see attendance-credited. Usual floor: 75 %.
    """
    found = seatings(facts, scope)
    present, late = those(found, "present"), those(found, "late")
    inputs = {"present": len(present), "late": len(late), "meetings": len(found)}
    return share(those(found, *IN_PERSON), found, inputs, "" if found else why_none(facts, scope))
