"""conversion."""

from __future__ import annotations

from refertext.measures.facts import Facts
from refertext.measures.measure import Part, Result, Scope, Unit, measure, share
from refertext.measures.outcomes.open_gifts import open_given
from refertext.measures.outcomes.steps import with_gifts_of
from refertext.measures.subject import Kind


@measure(
    Unit.SHARE,
    Kind.MEMBER,
    Kind.PAIR,
    Kind.GROUP,
    formula="won ÷ (won + lost + not a fit)",
    noun=("win", "wins"),
    failing=("gift that is not won", "gifts that are not won"),
)
def conversion(facts: Facts, scope: Scope) -> Result:
    """The share of what a member gave that was won, among all that came to an end.

    won ÷ (won + lost + not a fit), by the day of the outcome; repeat business counts once. What was returned has no
    outcome, what is open stands beside it. Of a pair: of what the first gave to the second.
    """
    ended = with_gifts_of(facts.closings, scope)
    won = [step for step in ended if step.outcome == "won"]
    inputs = {
        "won": len(won),
        "lost": len([step for step in ended if step.outcome == "lost"]),
        "not a fit": len([step for step in ended if step.outcome == "not-a-fit"]),
    }
    parts = (Part("still open", len(open_given(facts, scope)), Unit.COUNT),)
    return share(won, ended, inputs, "nothing has come to an end", parts)
