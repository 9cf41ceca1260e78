"""introductions."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.giving.gifts import given, of_kind
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.MEMBER, Kind.PAIR, Kind.GROUP, formula="introductions")
def introductions(facts: Facts, scope: Scope) -> Result:
    """How many introductions were given.

    Referrals count too, since they are more than introductions. Of a pair: what the first gave to the second.
    """
    return of_kind(given(facts, scope), scope, {"introduction", "referral"})
