"""two-way-pairs."""

from __future__ import annotations

from fractions import Fraction

from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure, unknown
from refertext.measures.subject import Kind


@measure(
    Unit.SHARE,
    Kind.GROUP,
    formula="pairs with both directions ÷ pairs with any",
    noun=("pair that gives both ways", "pairs that give both ways"),
    lacking=("{} more of the pairs that gives both ways", "{} more of the pairs that give both ways"),
)
def two_way_pairs(facts: Facts, scope: Scope) -> Result:
    """The share of pairs that give in both directions, among those that give at all.

    pairs with both directions ÷ pairs with any.
    """
    handed = [gift for gift in facts.given.everything.within(scope.window) if gift.receivers]
    directions = {(gift.giver, receiver) for gift in handed for receiver in gift.receivers}
    pairs = {frozenset(direction) for direction in directions}
    both = len(directions) - len(pairs)
    if not pairs:
        return unknown("nobody gave anything to a member")
    inputs = {"pairs with both directions": both, "pairs with any": len(pairs)}
    return Result(Fraction(both, len(pairs)), len(pairs), handed, (), inputs)
