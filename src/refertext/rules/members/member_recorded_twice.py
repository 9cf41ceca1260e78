"""member-recorded-twice."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.copies import copies
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def member_recorded_twice(group: Group) -> Iterator[Problem]:
    """One member stands in two files.

    Mostly one of them is a copy that a computer made, or a file that was renamed and saved under its old
    name as well. What is written in one of them is missing in the other, and each asks for the same seat.
    Somebody who left and came back is another matter: the file of the first time may stay.

    ## Bad

    ```yaml title="members/dana-wolfe-2.md"
    ---
    name: Dana  wolfe  # expect: member-recorded-twice
    business: Wolfe Training
    seat:
      category: people/training
      services: [safety training]
      clients: [factories]
      territory: [Boise]
    ---
    ```

    ## Good

    ```yaml title="members/dana-wolfe-2.md"
    ---
    name: Dana Wolfe junior
    business: Wolfe Training
    seat:
      category: people/training
      services: [first aid]
      clients: [schools]
      territory: [Twin Falls]
    ---
    ```
    """
    for first, member in copies(group):
        yield Problem(
            f"{member.name} of {member.business} stands in {first.file} already: this looks like a copy",
            Place(member.file, ("name",)),
            "remove one of the two files, or give them different names if they are two people",
            (See("it stands here first", Place(first.file, ("name",))),),
        )
