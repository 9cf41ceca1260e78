"""manager-not-informed."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.paperwork import managers
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def manager_not_informed(group: Group) -> Iterator[Problem]:
    """A member's manager does not know of the group.

    Members recommend other firms to their employer's clients. A manager who learns of that by chance may
    forbid it on the spot, and everybody's referrals end that day. Owners have no manager: they write
    `manager: none`.

    ## Bad

    ```yaml title="members/kit-larsen.md"
    manager:  # expect: manager-not-informed
    ```

    ## Good

    ```yaml title="members/kit-larsen.md"
    manager:
      informed: 2025-01-15
    ```

    ```yaml title="members/brian-cho.md"
    manager: none
    ```
    """
    for one in managers(group):
        if one.owed.is_overdue_on(group.as_of):
            yield Problem(
                f"{one.member.name} has been a member since {one.joined}, but the manager has not been told of the "
                "group",
                one.owed.place,
                f"write {one.owed.write}",
            )
