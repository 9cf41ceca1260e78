"""substitutes."""

from __future__ import annotations

from fractions import Fraction

from refertext.measures.attendance.seatings import seatings, those
from refertext.measures.facts import Facts
from refertext.measures.measure import Part, Result, Scope, Unit, measure
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.MEMBER, formula="substitute", at_meetings=True, noun=("substitute", "substitutes"))
def substitutes(facts: Facts, scope: Scope) -> Result:
    """How often a substitute came.

    Usual limits: 3, 6 or 8 in six months. Beside it stands the share of meetings.
    """
    found = seatings(facts, scope)
    sent = those(found, "substitute")
    parts = (Part("share of meetings", Fraction(len(sent), len(found)), Unit.SHARE),) if found else ()
    return Result(len(sent), len(found), sent, found, {"substitute": len(sent)}, parts)
