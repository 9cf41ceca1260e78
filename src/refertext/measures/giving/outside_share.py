"""outside-share."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.giving.gifts import given
from refertext.measures.measure import Result, Scope, Unit, measure, share
from refertext.measures.subject import Kind


@measure(
    Unit.SHARE,
    Kind.MEMBER,
    Kind.GROUP,
    formula="outside ÷ (inside + outside)",
    noun=("gift that leads outside", "gifts that lead outside"),
    failing=("gift that stays inside", "gifts that stay inside"),
)
def outside_share(facts: Facts, scope: Scope) -> Result:
    """The share of gifts that lead outside, rather than to the receiver's own purchase.

    outside ÷ (inside + outside), of what was given. Spin-offs, and gifts that name no tier, are left out.
    """
    tiered = [gift for gift in given(facts, scope) if gift.record.tier in ("inside", "outside")]
    outside = [gift for gift in tiered if gift.record.tier == "outside"]
    inputs = {"outside": len(outside), "inside": len(tiered) - len(outside)}
    return share(outside, tiered, inputs, "no gift says whether it is inside or outside")
