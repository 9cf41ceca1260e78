"""absenteeism."""

from __future__ import annotations

from refertext.measures.attendance.seatings import seatings, those, why_none
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure, share
from refertext.measures.subject import Kind


@measure(
    Unit.SHARE,
    Kind.GROUP,
    formula="absent ÷ seats at meetings",
    at_meetings=True,
    noun=("empty seat", "empty seats"),
    failing=("seat with somebody in it", "seats with somebody in them"),
)
def absenteeism(facts: Facts, scope: Scope) -> Result:
    """The share of seats at group meetings that stayed empty.

    absent ÷ seats at meetings, over all members and meetings that count for them.
    """
    found = seatings(facts, scope)
    absent = those(found, "absent")
    return share(
        absent, found, {"absent": len(absent), "seats at meetings": len(found)}, "" if found else why_none(facts, scope)
    )
