"""What partners promise each other in a cycle, and what they delivered."""

from __future__ import annotations

from collections.abc import Sequence

from refertext.group.pairs import Pair, by_partner
from refertext.measures.events import Gift, Promise
from refertext.measures.facts import Facts
from refertext.measures.window import Window
from refertext.records import Partnership
from refertext.records.partnership import Cycle


def promised(facts: Facts, cycle: Cycle, giver: str) -> int:
    """How many qualified referrals a partner promised in a cycle."""
    return by_partner(facts.group, cycle.promise).get(giver, 0)


def delivered(facts: Facts, cycle: Cycle, giver: str, receiver: str) -> Sequence[Gift]:
    """The referrals that one partner gave to the other in a cycle, as far as it has run."""
    window = Window(cycle.from_, min(cycle.until, facts.group.as_of))
    gifts = facts.handed.of((giver, receiver)).within(window)
    return [gift for gift in gifts if gift.kind_on(window.last) == "referral"]


def promises(facts: Facts, partnership: Partnership, pair: Pair, window: Window) -> Sequence[Promise]:
    """What the first of a pair promised the other in the cycles that ended in a window, in order of their ends."""
    giver, receiver = pair
    found = [
        Promise(
            day=cycle.until,
            record=partnership,
            path=("cycles", number, "promise", id_),
            giver=giver,
            receiver=receiver,
            count=count,
            window=Window(cycle.from_, cycle.until),
        )
        for number, cycle in enumerate(partnership.cycles)
        if cycle.until in window
        for id_, count in cycle.promise.items()
        if count and facts.group.resolve("members", id_) == giver
    ]
    return sorted(found, key=lambda promise: promise.day)
