"""next-date-missing."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.minutes import without_next_day
from refertext.problem import Problem, Severity
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
    for one in without_next_day(group):
        yield Problem(
            f"The group parted on {one.meeting.date} without fixing the next meeting",
            one.owed.place,
            f"write {one.owed.write}",
        )
