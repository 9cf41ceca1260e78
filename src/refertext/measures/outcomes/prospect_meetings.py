"""prospect-meetings."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, count, measure
from refertext.measures.outcomes.steps import with_gifts_of
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.MEMBER, Kind.PAIR, Kind.GROUP, formula="prospect meetings")
def prospect_meetings(facts: Facts, scope: Scope) -> Result:
    """How many introductions and referrals led to a meeting with the prospect.

    Counted on the day the receiver first met the prospect, or came further than that (proposed, won), for the one
    who gave. Leads do not count, unless they had been raised by the end of the window. Of a pair: with what the
    first gave to the second.
    """
    last = scope.window.last
    met = with_gifts_of(facts.prospect_meetings, scope)
    return count([step for step in met if step.gift.kind_on(last) != "lead"])
