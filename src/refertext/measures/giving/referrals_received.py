"""referrals-received."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.giving.gifts import of_kind, received
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.subject import Kind


@measure(
    Unit.COUNT, Kind.MEMBER, Kind.PAIR, formula="referrals received", noun=("referral received", "referrals received")
)
def referrals_received(facts: Facts, scope: Scope) -> Result:
    """How many referrals were received.

    Counted like referrals, by those who got them. A lead to everyone counts for each member who took it. Of a pair:
    what the first received from the second.
    """
    return of_kind(received(facts, scope), scope, {"referral"})
