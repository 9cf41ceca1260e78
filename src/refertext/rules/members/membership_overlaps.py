"""membership-overlaps."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from refertext.group import Group
from refertext.group.memberships import Time, times
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Member
from refertext.rules.rule import rule


def _backwards(member: Member) -> Iterator[Problem]:
    for time in times(member):
        if time.is_backwards:
            yield Problem(
                f"{member.name} left on {time.left}, before joining on {time.joined}",
                _end(member, time),
                "correct joined or left; for somebody who came back, write the first time under earlier:",
            )


def _left_without_joining(member: Member) -> Iterator[Problem]:
    if member.last_day and member.joined is None:
        yield Problem(
            f"{member.name} left on {member.last_day}, but never joined",
            Place(member.file, ("left", "date")),
            "write joined: and the first day, or remove left:",
        )


def _overlapping(member: Member) -> Iterator[Problem]:
    ordered = sorted((t for t in times(member) if not t.is_backwards), key=lambda time: (time.joined, time.left))
    for before, after in pairwise(ordered):
        if after.joined <= before.left:
            end = f"until {before.left}" if before.left < date.max else "without an end"
            yield Problem(
                f"{member.name} joined on {after.joined}, but was a member already: from {before.joined} {end}",
                Place(member.file, (*after.path, "joined")),
                "correct the days, so that one time ends before the next one begins",
                (See("the other time", Place(member.file, (*before.path, "joined"))),),
            )


def _end(member: Member, time: Time) -> Place:
    return Place(member.file, (*time.path, "left") if time.path else ("left", "date"))


@rule(Severity.WARNING)
def membership_overlaps(group: Group) -> Iterator[Problem]:
    """The times of a membership cannot be as they are written.

    Somebody who left and came back has earlier times in the group. When two of them overlap, or one ends
    before it begins, attendance is counted for days on which the person was not there.

    ## Bad

    ```yaml title="members/kit-larsen.md"
    earlier:
      - joined: 2022-01-06
        left: 2025-06-26
    joined: 2025-01-09  # expect: membership-overlaps
    ```

    ## Bad: the end before the beginning

    ```yaml title="members/kit-larsen.md"
    earlier:
      - joined: 2024-01-11
        left: 2023-06-29  # expect: membership-overlaps
    ```

    ## Good

    ```yaml title="members/kit-larsen.md"
    earlier:
      - joined: 2022-01-06
        left: 2023-06-29
    joined: 2025-01-09
    ```
    """
    for member in group.members.values():
        yield from _left_without_joining(member)
        yield from _backwards(member)
        yield from _overlapping(member)
