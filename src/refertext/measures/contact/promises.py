"""What partners promise each other in a cycle, and what they delivered."""

from __future__ import annotations

from collections.abc import Sequence

from refertext.group.pairs import by_partner
from refertext.measures.events import Gift
from refertext.measures.facts import Facts
from refertext.measures.window import Window
from refertext.records.partnership import Cycle


def promised(facts: Facts, cycle: Cycle, giver: str) -> int:
    """How many qualified referrals a partner promised in a cycle."""
    return by_partner(facts.group, cycle.promise).get(giver, 0)


def delivered(facts: Facts, cycle: Cycle, giver: str, receiver: str) -> Sequence[Gift]:
    """The referrals that one partner gave to the other in a cycle, as far as it has run."""
    window = Window(cycle.from_, min(cycle.until, facts.group.as_of))
    gifts = facts.handed.of((giver, receiver)).within(window)
    return [gift for gift in gifts if gift.kind_on(window.last) == "referral"]
