"""second-document."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def second_document(group: Group) -> Iterator[Problem]:
    """Two records stand in one file.

    A line of three hyphens begins another document. One record, one file: so each has its own name, its own
    history, and people do not get in each other's way.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    ---  # expect: second-document
    alias: A brewery in Nampa
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    ```

    ```yaml title="prospects/brewery-nampa.yml"
    alias: A brewery in Nampa
    ```
    """
    for flaw in group.flaws[FlawKind.SECOND_DOCUMENT]:
        yield told(flaw, flaw.said or "A second record begins here", flaw.mend or "move it into a file of its own")
