"""leads."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.giving.gifts import given, of_kind
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.MEMBER, Kind.PAIR, Kind.GROUP, formula="leads", shrinks=True)
def leads(facts: Facts, scope: Scope) -> Result:
    """How many leads were given.

    A lead is a name, unqualified. A lead to everyone counts once for its giver. One that was raised to an
    introduction or a referral by the end of the window counts as that. Of a pair: what the first gave to the
    second.
    """
    return of_kind(given(facts, scope), scope, {"lead"})
