"""no-next-presenter."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.meeting_days import days_of_unread_meetings, held_meetings, somebody_came
from refertext.problem import Part, Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def no_next_presenter(group: Group) -> Iterator[Problem]:
    """Nobody is named who presents next.

    A good presentation takes a week of thought. Only the latest meeting is looked at; what was not
    planned before is over.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-group.md"
    next_presenter:  # expect: no-next-presenter
    ```

    ## Good

    ```yaml title="meetings/2026/2026-03-05-group.md"
    next_presenter: brian-cho
    ```
    """
    for meeting in held_meetings(group)[-1:]:
        superseded = any(day > meeting.date.isoformat() for day in days_of_unread_meetings(group))
        if somebody_came(meeting) and not meeting.next_presenter and group.is_recent(meeting.date) and not superseded:
            yield Problem(
                f"The meeting of {meeting.date} does not say who presents next",
                Place(meeting.file, ("next_presenter",), Part.KEY),
                "write next_presenter: and the id of a member",
            )
