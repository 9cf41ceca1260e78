"""qualified-share."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.giving.gifts import given
from refertext.measures.measure import Result, Scope, Unit, measure, share
from refertext.measures.subject import Kind


@measure(
    Unit.SHARE,
    Kind.MEMBER,
    Kind.GROUP,
    formula="qualified ÷ referrals",
    noun=("qualified referral", "qualified referrals"),
    lacking=("consent and a level for {} of the referrals given", "consent and a level for {} of the referrals given"),
)
def qualified_share(facts: Facts, scope: Scope) -> Result:
    """The share of referrals that are qualified: with the prospect's consent and the giver's effort.

    qualified ÷ referrals. Qualified means that the record has `consent` dated by the window's end and `level` 1 or
    more. By definition this is 100 %.
    """
    last = scope.window.last
    referrals = [gift for gift in given(facts, scope) if gift.kind_on(last) == "referral"]
    qualified = [
        gift for gift in referrals if gift.record.level and gift.record.consent and gift.record.consent.date <= last
    ]
    inputs = {"qualified": len(qualified), "referrals": len(referrals)}
    return share(qualified, referrals, inputs, "no referral was given")
