"""one-to-one-yield."""

from __future__ import annotations

from fractions import Fraction

from refertext.measures.contact.encounters import encounters
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure, unknown
from refertext.measures.subject import Kind


@measure(Unit.RATIO, Kind.MEMBER, formula="received ÷ one-to-ones", noun=("contribution", "contributions"))
def one_to_one_yield(facts: Facts, scope: Scope) -> Result:
    """How much a member received for each one-to-one.

    received ÷ one-to-ones, both in the window. About 0.7 was measured elsewhere.
    """
    found = encounters(facts, scope)
    received = facts.received.of(scope.subject.member).within(scope.window)
    if not found:
        return unknown("there was no one-to-one")
    inputs = {"received": len(received), "one-to-ones": len(found)}
    return Result(Fraction(len(received), len(found)), len(found), received, found, inputs)
