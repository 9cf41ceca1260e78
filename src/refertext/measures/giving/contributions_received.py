"""contributions-received."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.giving.gifts import received
from refertext.measures.measure import Result, Scope, Unit, count, measure
from refertext.measures.subject import Kind


@measure(
    Unit.COUNT,
    Kind.MEMBER,
    Kind.PAIR,
    formula="contributions received",
    noun=("contribution received", "contributions received"),
)
def contributions_received(facts: Facts, scope: Scope) -> Result:
    """How many contributions were received.

    Counted like contributions, by those who got them. A lead to everyone counts for each member who took it. Of a
    pair: what the first received from the second.
    """
    return count(received(facts, scope))
