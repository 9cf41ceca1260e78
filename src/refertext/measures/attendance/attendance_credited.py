"""attendance-credited."""

from __future__ import annotations

from refertext.measures.attendance.seatings import seatings, those, why_none
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure, share
from refertext.measures.subject import Kind
from refertext.records.meeting import IN_PERSON


@measure(
    Unit.SHARE,
    Kind.MEMBER,
    formula="(present + late + substitute) ÷ (meetings - excused)",
    at_meetings=True,
    noun=("meeting in person or with a substitute", "meetings in person or with a substitute"),
    failing=("missed meeting", "missed meetings"),
)
def attendance_credited(facts: Facts, scope: Scope) -> Result:
    """The share of group meetings attended in person or by a substitute, excused absences left out.

    (present + late + substitute) ÷ (meetings - excused). Whether substitutes count can turn most of a group from
    fine to missing, so an agreement says which of the two it means.
    """
    everything = seatings(facts, scope)
    found = [seating for seating in everything if seating.status != "excused"]
    credited = those(found, *IN_PERSON, "substitute")
    inputs = {
        "present": len(those(found, "present")),
        "late": len(those(found, "late")),
        "substitute": len(those(found, "substitute")),
        "meetings": len(everything),
        "excused": len(everything) - len(found),
    }
    return share(credited, found, inputs, "" if found else why_none(facts, scope))
