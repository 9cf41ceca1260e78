"""next-date-in-break."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.meeting_days import break_on, next_meeting_day
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def next_date_in_break(group: Group) -> Iterator[Problem]:
    """The next meeting is fixed for a day on which the group takes a break.

    Some will come and find the door closed. Either the break has changed, or the day was named without a
    look at the calendar.

    ## Bad

    ```yaml title="refertext.yml"
    breaks:
      - from: 2026-03-12
        until: 2026-03-20
        why: spring holidays
    ```

    ```yaml title="meetings/2026/2026-03-05-group.md"
    next: 2026-03-12  # expect: next-date-in-break
    ```

    ## Good

    ```yaml title="refertext.yml"
    breaks:
      - from: 2026-03-12
        until: 2026-03-20
        why: spring holidays
    ```

    ```yaml title="meetings/2026/2026-03-05-group.md"
    next: 2026-03-26
    ```
    """
    for meeting in group.group_meetings:
        day = meeting.next
        if day is None or day < group.as_of or (pause := break_on(group.settings, day)) is None:
            continue
        better = next_meeting_day(group.settings, day)
        why = f" ({pause.why})" if pause.why else ""
        yield Problem(
            f"The next meeting is fixed for {day}, in the break from {pause.from_} to {pause.until}{why}",
            Place(meeting.file, ("next",)),
            f"write next: {better or 'and a day after the break'}, or change the break in {group.settings.file}",
            (See("the break", Place(group.settings.file, (*pause.path, "from"))),),
        )
