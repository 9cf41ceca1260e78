"""response-time."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.outcomes.steps import reached_by, waiting
from refertext.measures.subject import Kind


@measure(
    Unit.DAYS,
    Kind.MEMBER,
    Kind.PAIR,
    Kind.GROUP,
    formula="median of days",
    noun=("first contact", "first contacts"),
)
def response_time(facts: Facts, scope: Scope) -> Result:
    """How many days a receiver took until the first contact with the prospect.

    The median over first contacts in the window; the day of the first contact less the day it was handed over. A
    contact is the first entry of contacted, met, proposed, won or lost. Beside it stands the 90th percentile
    (nearest rank). What still waits is not in it: see freshness. Usual aim: one or two days. Of a pair: of the first,
    with what the second gave.
    """
    return waiting(reached_by(facts.contacts, scope), "nobody was contacted for the first time")
