"""unknown-key."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def unknown_key(group: Group) -> Iterator[Problem]:
    """A key that nothing knows.

    A key with a typo is a fact that nobody reads. Keys are the same in every record of a kind, so
    that people find them.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    industri: food  # expect: unknown-key
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    industry: food
    ```
    """
    for flaw in group.flaws[FlawKind.UNKNOWN_KEY]:
        yield told(flaw, f"There is no key “{flaw.found}” here", flaw.mend or "remove the line")
