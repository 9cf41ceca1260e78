"""gain-not-agreed."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.beginnings import gains
from refertext.insights.partners.partnerships import called
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def gain_not_agreed(group: Group) -> Iterator[Problem]:
    """Partners have not agreed on what each of them gains.

    The best referrers are those whose own business gains from referring. Within thirty days of the
    beginning, each partner's gain stands in the file, with the day on which both agreed that it is one.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    gain:  # expect: gain-not-agreed
      brian-cho:
        why: My clients keep me in the room
        agreed: 2026-01-28
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    gain:
      brian-cho:
        why: My clients keep me in the room
        agreed: 2026-01-28
      kit-larsen:
        why: I hear of growth before the jobs are posted
        agreed: 2026-01-28
    ```
    """
    for one in gains(group):
        if one.owed.is_overdue_on(group.as_of):
            verb = "gains" if len(one.without) == 1 else "gain"
            yield Problem(
                f"The partners have not agreed on what {called(group, one.without)} {verb}",
                one.owed.place,
                f"write {one.owed.write}",
            )
