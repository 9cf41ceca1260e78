"""manager-not-informed."""

from collections.abc import Iterator
from datetime import timedelta

from refertext.group import Group
from refertext.group.memberships import present_since
from refertext.problem import Part, Place, Problem, Severity
from refertext.rules.rule import rule

_TIME = timedelta(days=30)


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
    for member in group.present_members:
        joined = present_since(member, group.as_of)
        is_told = member.manager is not None and (member.manager.none or member.manager.informed)
        if joined and not is_told and group.as_of - joined > _TIME:
            yield Problem(
                f"{member.name} has been a member since {joined}, but the manager has not been told of the group",
                Place(member.file, ("manager",), Part.KEY),
                f"write under manager: informed: {group.as_of} (the day of the talk), or manager: none for an owner",
            )
