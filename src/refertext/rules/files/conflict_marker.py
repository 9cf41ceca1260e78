"""conflict-marker."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def conflict_marker(group: Group) -> Iterator[Problem]:
    """Two versions of the file stand in it.

    Git could not decide between two people's changes and wrote both into the file, between lines of
    <<<<<<< and >>>>>>>. Somebody must choose.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    <<<<<<< HEAD  # expect: conflict-marker
    place: Boise
    =======
    place: Nampa
    >>>>>>> dees-change  # expect: conflict-marker
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    place: Nampa
    ```
    """
    for flaw in group.flaws[FlawKind.CONFLICT_MARKER]:
        yield told(
            flaw,
            f"Two versions of this file stand in it: “{flaw.found}”",
            "keep the lines that are right, and remove the others and the lines with <<<<<<<, ======= and >>>>>>>",
        )
