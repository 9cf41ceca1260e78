"""cancelled-but-attended."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, See, Severity
from refertext.records.meeting import IN_PERSON
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def cancelled_but_attended(group: Group) -> Iterator[Problem]:
    """A meeting is recorded as cancelled, and yet members attended it.

    A cancelled meeting counts for nobody, so those who came would get nothing for it. Absences that were
    announced before the meeting was cancelled may stay.

    ## Bad

    ```yaml title="meetings/2026/2026-02-26-group.md"
    ---
    kind: group
    date: 2026-02-26
    cancelled: yes  # expect: cancelled-but-attended
    attendance:
      brian-cho: present
      kit-larsen: present
    ---

    The road to the café was closed.
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
        if meeting.cancelled == "no":
            continue
        came = [id_ for id_, attended in meeting.attendance.items() if attended.status in IN_PERSON]
        if came:
            yield Problem(
                f"The meeting of {meeting.date} was cancelled, but {group.name(came[0])} attended it",
                Place(meeting.file, ("cancelled",)),
                "remove cancelled: if it took place, else remove the attendance",
                (See(f"{group.name(came[0])} attended", Place(meeting.file, ("attendance", came[0]))),),
            )
