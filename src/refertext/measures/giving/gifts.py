"""What measures of giving share: what a subject gave or received in a window, and of which kind it was by its end."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from refertext.measures.events import Gift
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, count
from refertext.measures.subject import Kind


def given(facts: Facts, scope: Scope) -> Sequence[Gift]:
    """What a member gave, one of a pair gave to the other, or all members gave."""
    if scope.subject.kind is Kind.PAIR:
        return facts.handed.of(scope.subject.pair).within(scope.window)
    of_whom = facts.given.everything if scope.subject.kind is Kind.GROUP else facts.given.of(scope.subject.member)
    return of_whom.within(scope.window)


def received(facts: Facts, scope: Scope) -> Sequence[Gift]:
    """What a member received, from outside too, or what one of a pair received from the other."""
    if scope.subject.kind is Kind.PAIR:
        one, other = scope.subject.pair
        return facts.handed.of((other, one)).within(scope.window)
    return facts.received.of(scope.subject.member).within(scope.window)


def of_kind(gifts: Sequence[Gift], scope: Scope, kinds: Collection[str]) -> Result:
    """How many were of these kinds at the window's end."""
    return count([gift for gift in gifts if gift.kind_on(scope.window.last) in kinds])
