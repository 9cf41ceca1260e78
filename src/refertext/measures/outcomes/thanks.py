"""thanks."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Part, Result, Scope, Unit, measure, share
from refertext.measures.outcomes.steps import median
from refertext.measures.subject import Kind


@measure(Unit.SHARE, Kind.MEMBER, formula="thanked ÷ received", noun=("public thanks", "public thanks"))
def thanks(facts: Facts, scope: Scope) -> Result:
    """The share of what a member received for which the giver was thanked in public.

    thanked ÷ received, of the gifts received in the window, if the thanks came by its end. The median of days until
    the thanks stands beside it.
    """
    received = facts.received.of(scope.subject.member).within(scope.window)
    thanked = [gift for gift in received if gift.thanked is not None and gift.thanked <= scope.window.last]
    days = [(gift.thanked - gift.day).days for gift in thanked if gift.thanked]
    parts = (Part("median of days to thanks", median(days), Unit.DAYS),) if days else ()
    inputs = {"thanked": len(thanked), "received": len(received)}
    return share(thanked, received, inputs, "nothing was received", parts)
