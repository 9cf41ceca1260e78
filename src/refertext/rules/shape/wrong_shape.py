"""wrong-shape."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def wrong_shape(group: Group) -> Iterator[Problem]:
    """A list, a block or a text stands where another belongs.

    Some keys take a list in square brackets, some a block of further keys, some plain text. What stands in
    the wrong shape cannot be read.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    known_by: kit-larsen  # expect: wrong-shape
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    known_by: [kit-larsen]
    ```
    """
    for flaw in group.flaws[FlawKind.WRONG_SHAPE]:
        yield told(flaw, f"{flaw.found}: {flaw.said}" if flaw.found else flaw.said, flaw.mend)
