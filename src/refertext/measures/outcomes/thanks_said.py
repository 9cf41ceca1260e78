"""thanks-said."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, count, measure
from refertext.measures.outcomes.steps import reached_by
from refertext.measures.subject import Kind


@measure(Unit.COUNT, Kind.MEMBER, Kind.GROUP, formula="thanks said", noun=("public thanks", "public thanks"))
def thanks_said(facts: Facts, scope: Scope) -> Result:
    """How often a member thanked a giver in public.

    Counted on the day of the thanks; score tables call them testimonials.
    """
    return count(reached_by(facts.thanks, scope))
