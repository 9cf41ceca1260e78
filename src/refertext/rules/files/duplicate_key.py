"""duplicate-key."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def duplicate_key(group: Group) -> Iterator[Problem]:
    """The same key stands twice in one block.

    Only one of the two can count, and nobody can see which. It happens when two people add the same line,
    or when a line is copied and only half changed. In a `.md` file the body counts as the key `text`.

    ## Bad

    ```yaml title="prospects/haulier-nampa.yml"
    alias: A mid-size haulier in Nampa
    place: Nampa
    place: Boise  # expect: duplicate-key
    ```

    ## Good

    ```yaml title="prospects/haulier-nampa.yml"
    alias: A mid-size haulier in Nampa
    place: Boise
    ```
    """
    for flaw in group.flaws[FlawKind.DUPLICATE_KEY]:
        if flaw.said == "body":
            yield told(flaw, "The text stands twice: as key “text” and below the second ---", "keep one of the two")
        else:
            yield told(
                flaw,
                f"The key “{flaw.found}” stands twice",
                "keep the line that is right and remove the other",
            )
