"""cancelled-without-reason."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.meeting_days import break_on
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def cancelled_without_reason(group: Group) -> Iterator[Problem]:
    """A group meeting was cancelled, and nothing says why.

    Meetings that fall out now and then become meetings that fall out often. One sentence tells a
    snowstorm from a habit. Inside a break of the settings no reason is needed.

    ## Bad

    ```yaml title="meetings/2026/2026-02-26-group.md"
    ---
    kind: group
    date: 2026-02-26
    cancelled: yes  # expect: cancelled-without-reason
    ---
    ```

    ## Good

    ```yaml title="meetings/2026/2026-02-26-group.md"
    ---
    kind: group
    date: 2026-02-26
    cancelled: yes
    ---

    The road to the café was closed.
    ```
    """
    for meeting in group.meetings.values():
        if meeting.kind != "group" or meeting.cancelled == "no" or meeting.text:
            continue
        if break_on(group.settings, meeting.date) is None:
            where = "after text:" if meeting.file.endswith(".yml") else "below the second line of ---"
            yield Problem(
                f"The meeting of {meeting.date} was cancelled without a reason",
                Place(meeting.file, ("cancelled",)),
                f"write the reason in a sentence {where}",
            )
