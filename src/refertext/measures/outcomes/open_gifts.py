"""What measures of open gifts share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from refertext.measures.events import Handling
from refertext.measures.facts import Facts
from refertext.measures.measure import Scope
from refertext.measures.outcomes.steps import ever, reached_by, with_gifts_of


def open_given(facts: Facts, scope: Scope) -> Sequence[Handling]:
    """What the subject gave that is open at the window's end, however long ago it was given."""
    return _open(with_gifts_of(facts.handlings, ever(scope)), scope.window.last)


def open_received(facts: Facts, scope: Scope) -> Sequence[Handling]:
    """What the subject received that is open at the window's end, however long ago it was given."""
    return _open(reached_by(facts.handlings, ever(scope)), scope.window.last)


def _open(handlings: Sequence[Handling], day: date) -> Sequence[Handling]:
    return [handling for handling in handlings if handling.is_open_on(day)]
