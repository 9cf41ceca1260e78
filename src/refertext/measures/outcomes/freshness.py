"""freshness."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Part, Result, Scope, Unit, measure, unknown
from refertext.measures.outcomes.open_gifts import open_received
from refertext.measures.outcomes.steps import median
from refertext.measures.subject import Kind


@measure(Unit.DAYS, Kind.MEMBER, Kind.PAIR, formula="longest silence", at_end=True, noun=("open gift", "open gifts"))
def freshness(facts: Facts, scope: Scope) -> Result:
    """How long the oldest open gift that a member received has been without news.

    Days from the last entry of its history (or from the day it was given) to the window's end, of the one that has
    waited longest; the median stands beside it. Givers usually ask after 14 days. Of a pair: of what the first
    received from the second.
    """
    waiting = open_received(facts, scope)
    if not waiting:
        return unknown("nothing is open")
    days = [handling.silence_on(scope.window.last) for handling in waiting]
    parts = (Part("median", median(days), Unit.DAYS),)
    return Result(max(days), len(days), waiting, (), {"longest silence": max(days)}, parts)
