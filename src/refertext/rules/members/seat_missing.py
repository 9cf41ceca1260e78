"""seat-missing."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.ERROR)
def seat_missing(group: Group) -> Iterator[Problem]:
    """A member has joined without a seat.

    The seat says what nobody else in the group may offer. Without it the others do not know what to
    refer, and nobody can see that the next candidate does the same.

    ## Bad

    ```yaml title="members/jo-reed.md"
    ---
    name: Jo Reed
    business: Reed Mortgages
    joined: 2026-03-06  # expect: seat-missing
    ---
    ```

    ## Good

    ```yaml title="members/jo-reed.md"
    ---
    name: Jo Reed
    business: Reed Mortgages
    seat:
      category: finance/mortgage
      services: [home loans]
      clients: [families]
      territory: [Nampa]
    joined: 2026-03-06
    ---
    ```
    """
    for member in group.members.values():
        is_alumnus = member.last_day is not None and member.last_day < group.as_of
        if member.joined and member.seat is None and not is_alumnus:
            yield Problem(
                f"{member.name} joined on {member.joined}, but has no seat",
                Place(member.file, ("joined",)),
                "write under seat: the category, the services, the clients and the territory",
            )
