"""action-overdue."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.actions import undone
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def action_overdue(group: Group) -> Iterator[Problem]:
    """Something that a member took on at a meeting is past its day.

    What was promised aloud and then forgotten costs more trust than what was never promised. Mostly it is
    done, and only the day is missing. What former members took on is not reported.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-group.md"
    actions:
      - who: kit-larsen
        what: send the case study
        due: 2026-03-10  # expect: action-overdue
    ```

    ## Good

    ```yaml title="meetings/2026/2026-03-05-group.md"
    actions:
      - who: kit-larsen
        what: send the case study
        due: 2026-03-10
        done: 2026-03-09
    ```
    """
    for one in undone(group):
        if one.owed.is_overdue_on(group.as_of):
            yield Problem(
                f"{one.member.name} was to do “{one.action.what}” by {one.owed.due}, and it is not done",
                one.owed.place,
                "write done: and the day it was done, or agree on another day and write it after due:",
            )
