"""value-thanked."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure
from refertext.measures.outcomes.steps import reached_by, worth
from refertext.measures.subject import Kind


@measure(Unit.MONEY, Kind.MEMBER, Kind.PAIR, formula="sum of values won", noun=("win", "wins"))
def value_thanked(facts: Facts, scope: Scope) -> Result:
    """What was won in the window by the one who received it, and thanked for in public.

    Of value-received what came of gifts whose giver was thanked in public by the end of the window, be it before
    the win or after it. Score tables ask for it; what nobody gave thanks for does not count there.
    """
    last = scope.window.last
    wins = reached_by(facts.wins, scope)
    return worth(facts, [win for win in wins if win.gift.thanked is not None and win.gift.thanked <= last])
