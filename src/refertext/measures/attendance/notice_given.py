"""notice-given."""

from __future__ import annotations

from refertext.measures.attendance.seatings import seatings, those
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure, share
from refertext.measures.subject import Kind


@measure(
    Unit.SHARE,
    Kind.MEMBER,
    formula="announced ÷ absent",
    at_meetings=True,
    noun=("announced absence", "announced absences"),
    failing=("unannounced absence", "unannounced absences"),
    of_failings=True,
)
def notice_given(facts: Facts, scope: Scope) -> Result:
    """The share of absences that were announced before the meeting.

    announced ÷ absent. Announced means that `notice` is the day of the meeting or earlier. Usual floor: 100 %.
    """
    absent = those(seatings(facts, scope), "absent")
    announced = [seating for seating in absent if seating.noticed]
    inputs = {"announced": len(announced), "absent": len(absent)}
    return share(announced, absent, inputs, "there was no absence")
