"""concentration."""

from __future__ import annotations

from collections import Counter

from refertext.measures.facts import Facts
from refertext.measures.giving.gifts import given
from refertext.measures.measure import Result, Scope, Unit, measure, share
from refertext.measures.subject import Kind


@measure(
    Unit.SHARE,
    Kind.MEMBER,
    formula="to the one who got most ÷ to members",
    noun=("gift to the same member", "gifts to the same member"),
    failing=("gift to somebody else", "gifts to somebody else"),
)
def concentration(facts: Facts, scope: Scope) -> Result:
    """The largest share of a member's gifts that went to one receiver.

    to the one who got most ÷ to members. Leads that nobody took are left out. Worth a thought from 40 %, of five or
    more.
    """
    handed = [(gift, receiver) for gift in given(facts, scope) for receiver in gift.receivers]
    counts = Counter(receiver for _, receiver in handed)
    most = min(counts, key=lambda receiver: (-counts[receiver], receiver), default="")
    mostly = [gift for gift, receiver in handed if receiver == most]
    inputs = {"to the one who got most": len(mostly), "to members": len(handed)}
    return share(mostly, [gift for gift, _ in handed], inputs, "nothing was given to a member")
