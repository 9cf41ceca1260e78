"""no-presenter."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.meeting_days import held_meetings, somebody_came
from refertext.problem import Part, Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def no_presenter(group: Group) -> Iterator[Problem]:
    """Nobody presented at a meeting.

    Who has never heard how a colleague helps clients cannot recommend them. One short presentation a
    meeting is enough to hear everybody within a year. It is reported for 13 weeks, because later nobody
    can mend it.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-group.md"
    presented: []  # expect: no-presenter
    ```

    ## Good

    ```yaml title="meetings/2026/2026-03-05-group.md"
    presented: [kit-larsen]
    ```
    """
    for meeting in held_meetings(group):
        if not meeting.presented and somebody_came(meeting) and group.is_recent(meeting.date):
            yield Problem(
                f"Nobody presented at the meeting of {meeting.date}",
                Place(meeting.file, ("presented",), Part.KEY),
                "write presented: and the id of who did, in brackets; if nobody did, ask somebody for the next time",
            )
