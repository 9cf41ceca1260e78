"""action-overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.records import Member
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
    for meeting in group.meetings.values():
        for number, action in enumerate(meeting.actions):
            if action.done or action.due is None or action.due >= group.as_of or meeting.cancelled == "yes":
                continue
            member = group.member(action.who)
            if member and not _has_left(member, group.as_of):
                yield Problem(
                    f"{member.name} was to do “{action.what}” by {action.due}, and it is not done",
                    Place(meeting.file, ("actions", number, "due")),
                    "write done: and the day it was done, or agree on another day and write it after due:",
                )


def _has_left(member: Member, as_of: date) -> bool:
    return member.last_day is not None and member.last_day < as_of
