"""What measures of visitors share."""

from __future__ import annotations

from collections.abc import Sequence

from refertext.measures.events import Visit
from refertext.measures.facts import Facts
from refertext.measures.measure import Scope
from refertext.measures.subject import Kind


def visits(facts: Facts, scope: Scope) -> Sequence[Visit]:
    """The visits of those whom a member invited, or all visits."""
    index = facts.visits
    of_whom = index.everything if scope.subject.kind is Kind.GROUP else index.of(scope.subject.member)
    return of_whom.within(scope.window)
