"""equivalent-absences."""

from __future__ import annotations

from fractions import Fraction

from refertext.measures.attendance.seatings import seatings, terms, weighed, weighing
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.subject import Kind

_LATES = 3


@measure(
    Unit.COUNT,
    Kind.MEMBER,
    formula="absent + ⌊late ÷ k⌋",
    at_meetings=True,
    weighted=True,
    noun=("absence", "absences"),
    lates=_LATES,
)
def equivalent_absences(facts: Facts, scope: Scope) -> Result:
    """Absences, with lates that add up to further ones.

    absent + ⌊late ÷ k⌋. Three lates make an absence, unless an agreement says otherwise: `weights: {late: 1/2}` is
    two. Usual limit: 3 in six months; the fourth opens the seat.
    """
    found = seatings(facts, scope)
    weights = {"late": Fraction(1, _LATES), **scope.weights}
    formula, inputs = terms(found, weights)
    return Result(weighed(found, weights), len(found), weighing(found, weights), found, inputs, formula=formula)
