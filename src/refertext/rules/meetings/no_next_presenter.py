"""no-next-presenter."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.minutes import presenter_who_leaves, without_next_presenter
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def no_next_presenter(group: Group) -> Iterator[Problem]:
    """Nobody is named who presents next, or only somebody who has left.

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
    for one in without_next_presenter(group):
        leaving = presenter_who_leaves(group, one.meeting)
        message = f"The meeting of {one.meeting.date} does not say who presents next"
        if leaving and leaving.last_day:
            verb = "left" if leaving.last_day <= group.as_of else "leaves"
            message = f"{leaving.name} is to present next, but {verb} on {leaving.last_day}"
        yield Problem(message, one.owed.place, f"write {one.owed.write}")
