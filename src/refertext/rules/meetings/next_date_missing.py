"""next-date-missing."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.meeting_days import held_meetings, next_meeting_day, somebody_came
from refertext.problem import Part, Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def next_date_missing(group: Group) -> Iterator[Problem]:
    """A meeting ended without the day of the next one.

    The next meeting is fixed before people part, also where it is always Thursday: a day that was said
    aloud is in everybody's calendar, and a holiday is noticed in time. Meetings of more than 13 weeks ago
    are not reported, because nobody can mend them.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-group.md"
    next:  # expect: next-date-missing
    ```

    ## Good

    ```yaml title="meetings/2026/2026-03-05-group.md"
    next: 2026-03-12
    ```
    """
    for meeting in held_meetings(group):
        if somebody_came(meeting) and meeting.next is None and group.is_recent(meeting.date):
            day = next_meeting_day(group.settings, meeting.date)
            yield Problem(
                f"The group parted on {meeting.date} without fixing the next meeting",
                Place(meeting.file, ("next",), Part.KEY),
                f"write next: {day}, or the day you agreed on" if day else "write next: and the day you agreed on",
            )
