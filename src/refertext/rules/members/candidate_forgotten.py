"""candidate-forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.candidates import courted
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def candidate_forgotten(group: Group) -> Iterator[Problem]:
    """Nobody has talked to a candidate for more than 60 days.

    Good people are won in conversations, and lost in the silence between them. The day counts of the last entry of
    `path`, or where there is none the day from which a seat is reserved for them. Who will not join after all gets a
    `left:` with the reason, so that nobody asks again.

    ## Bad

    ```yaml title="members/dana-wolfe.md"
    path:
      - date: 2025-12-11  # expect: candidate-forgotten
        how: lunch
        by: kit-larsen
        outcome: go on
    ```

    ## Good

    ```yaml title="members/dana-wolfe.md"
    path:
      - date: 2025-12-11
        how: lunch
        by: kit-larsen
        outcome: go on
      - date: 2026-02-05
        how: visit
        by: kit-larsen
    ```
    """
    for one in courted(group):
        if one.owed.is_overdue_on(group.as_of):
            days = (group.as_of - one.owed.since).days
            who = " and ".join(group.name(id_) for id_ in one.owed.by) or "somebody"
            yield Problem(
                f"Nobody has talked to {one.candidate.name} since {one.owed.since}, for {days} days",
                one.owed.place,
                f"{who} should talk to them and add the day to path:; if nothing comes of it, write under left: why: "
                "and the reason",
            )
