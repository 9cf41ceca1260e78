"""balance."""

from __future__ import annotations

from fractions import Fraction

from refertext.measures.facts import Facts
from refertext.measures.giving.gifts import given, received
from refertext.measures.measure import Part, Result, Scope, Unit, measure, unknown
from refertext.measures.subject import Kind


@measure(
    Unit.RATIO,
    Kind.MEMBER,
    Kind.PAIR,
    formula="(given - received) ÷ (given + received)",
    noun=("contribution", "contributions"),
    signed=True,
)
def balance(facts: Facts, scope: Scope) -> Result:
    """How much more was given than received, from -1 (only received) to 1 (only given).

    (given - received) ÷ (given + received), in counts of contributions. Beyond 1/3 either way, which is two to one,
    it is time to talk about it. Of a pair: as the first sees it. Values won are apart: see value and
    value-received.
    """
    gave, got = given(facts, scope), received(facts, scope)
    total = len(gave) + len(got)
    if not total:
        return unknown("nothing was given or received")
    parts = (Part("given", len(gave), Unit.COUNT), Part("received", len(got), Unit.COUNT))
    inputs = {"given": len(gave), "received": len(got)}
    return Result(Fraction(len(gave) - len(got), total), total, [*gave, *got], (), inputs, parts)
