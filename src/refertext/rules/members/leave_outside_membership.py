"""leave-outside-membership."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.memberships import times
from refertext.problem import Place, Problem, Severity
from refertext.records import Member
from refertext.records.member import Leave
from refertext.rules.rule import rule


def _is_outside(member: Member, leave: Leave) -> bool:
    return not any(time.joined <= leave.until and leave.from_ <= time.left for time in times(member))


def _has_odd_days(member: Member, leave: Leave) -> bool:
    """Whether the days themselves cannot be right, which other rules tell."""
    never_joined = member.last_day is not None and member.joined is None
    return leave.from_ > leave.until or never_joined or any(time.is_backwards for time in times(member))


@rule(Severity.WARNING)
def leave_outside_membership(group: Group) -> Iterator[Problem]:
    """A leave has no day of membership in it.

    A leave spares a member the meetings they miss. Before joining or after leaving there is nothing to be spared,
    so the year is probably wrong, and the real leave is missing.

    ## Bad

    ```yaml title="members/kit-larsen.md"
    leave:
      - from: 2024-07-01  # expect: leave-outside-membership
        until: 2024-08-10
        why: parental
    ```

    ## Good

    ```yaml title="members/kit-larsen.md"
    leave:
      - from: 2025-07-01
        until: 2025-08-10
        why: parental
    ```
    """
    for member in group.members.values():
        for number, leave in enumerate(member.leave):
            if _is_outside(member, leave) and not _has_odd_days(member, leave):
                yield Problem(
                    f"{member.name} was not a member on any day of this leave, from {leave.from_} until {leave.until}",
                    Place(member.file, ("leave", number, "from")),
                    "correct the days of the leave, or remove it",
                )
