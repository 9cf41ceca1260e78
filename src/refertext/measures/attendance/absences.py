"""absences."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from refertext.measures.attendance.seatings import seatings, terms, weighed, weighing
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.subject import Kind


@measure(
    Unit.COUNT, Kind.MEMBER, Kind.GROUP, formula="absent", at_meetings=True, weighted=True, noun=("absence", "absences")
)
def absences(facts: Facts, scope: Scope) -> Result:
    """How often a member was absent.

    Absences at the meetings that count (see attendance); substitutes and excused absences are none. An agreement
    may write `weights`, such as `{late: 1/3, excused: 1}`: then excused ones count too, and three lates make one
    absence. The group's are those of its members, each rounded down for themselves.
    """
    found = seatings(facts, scope)
    counted = weighing(found, scope.weights)
    if scope.subject.kind is Kind.GROUP:
        theirs = groupby(sorted(found, key=attrgetter("member")), key=attrgetter("member"))
        amount = sum((weighed(list(seatings), scope.weights) for _, seatings in theirs), 0)
        return Result(amount, len(found), counted, found, {"absent": amount})
    formula, inputs = terms(found, scope.weights)
    return Result(weighed(found, scope.weights), len(found), counted, found, inputs, formula=formula)
