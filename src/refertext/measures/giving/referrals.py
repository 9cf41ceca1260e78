"""referrals."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.giving.gifts import given, of_kind
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.MEMBER, Kind.PAIR, Kind.GROUP, formula="referrals")
def referrals(facts: Facts, scope: Scope) -> Result:
    """How many referrals were given.

    A referral is one where the prospect agreed to be contacted by this receiver. What was raised to one counts at
    the day it was first given. Of a pair: what the first gave to the second.
    """
    return of_kind(given(facts, scope), scope, {"referral"})
