"""reviews-held."""

from __future__ import annotations

from fractions import Fraction

from refertext.measures.contact.reviews import reviews_between, reviews_due, reviews_missed
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure, unknown
from refertext.measures.subject import Kind


@measure(
    Unit.SHARE,
    Kind.PAIR,
    formula="reviews held ÷ reviews due",
    noun=("review held", "reviews held"),
    mutual=True,
    may_exceed=True,
)
def reviews_held(facts: Facts, scope: Scope) -> Result:
    """The share of a partnership's due reviews that were held.

    reviews held ÷ reviews due. Due is one at the end of each `reviews: every` since the partnership began; where
    nothing is said of reviews, one at the end of each cycle. Held are meetings of kind review between the two, if
    both were members that day. More than 100 % is possible.
    """
    partnership = facts.partnerships.get(frozenset(scope.subject.pair))
    if partnership is None:
        return unknown("the two have no partnership")
    held = reviews_between(facts, scope.subject.pair, scope.window)
    due = len(reviews_due(partnership, scope.window))
    if not due:
        return unknown("no review was due")
    return Result(
        amount=Fraction(len(held), due),
        n=due,
        counted=held,
        inputs={"reviews held": len(held), "reviews due": due},
        beside=lambda: {"due, and not held": reviews_missed(partnership, held, scope.window)},
    )
