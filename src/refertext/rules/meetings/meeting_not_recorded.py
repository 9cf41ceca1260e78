"""meeting-not-recorded."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.minutes import Unrecorded, unrecorded
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.text.wording import listed

_MOST = 3
"""Days that are named; more are counted."""


@rule(Severity.WARNING)
def meeting_not_recorded(group: Group) -> Iterator[Problem]:
    """Days on which the group meets have passed, and nothing is recorded of them.

    Either the group met, and nobody wrote it down; or it did not, and all numbers go on as if nothing had
    happened: who stays away is not absent where there is no meeting. A meeting that was cancelled is
    recorded with the reason, holidays are breaks in the settings. All days since the last record are told
    together, of the last 13 weeks. A group that has not recorded any meeting yet is left alone.

    ## Bad

    ```yaml title="refertext.yml"
    meets:
      every: week
      weekday: monday
    ```

    ```yaml title="meetings/2026/2026-03-05-group.md"
    ---
    kind: group
    date: 2026-03-05  # expect: meeting-not-recorded
    cancelled: yes
    ---

    The café was closed, so we wanted to meet on Monday.
    ```

    ## Good

    ```yaml title="refertext.yml"
    meets:
      every: week
      weekday: monday
    ```

    ```yaml title="meetings/2026/2026-03-05-group.md"
    ---
    kind: group
    date: 2026-03-05
    cancelled: yes
    ---

    The café was closed, so we wanted to meet on Monday.
    ```

    ```yaml title="meetings/2026/2026-03-09-group.md"
    ---
    kind: group
    date: 2026-03-09
    cancelled: yes
    ---

    It was still closed.
    ```
    """
    for one in unrecorded(group):
        if one.gap.regular:
            yield Problem(_said(one), one.owed.place, f"write {one.owed.write}")


def _said(one: Unrecorded) -> str:
    days, last = one.gap.days, one.gap.last.date
    named = [str(day) for day in days[:_MOST]] + ([f"{len(days) - _MOST} more"] if len(days) > _MOST else [])
    were = "was the day of a meeting" if len(days) == 1 else "were days of meetings"
    return f"No meeting is recorded since {last}, though {listed(named)} {were}"
