"""missing-key."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def missing_key(group: Group) -> Iterator[Problem]:
    """A key that must be there is not.

    Without it the record does not make sense: a referral without a receiver, a prospect without an alias.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    industry: food  # expect: missing-key
    ```

    ## Bad: a key without a value

    ```yaml title="prospects/bakery-boise.yml"
    alias:  # expect: missing-key
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    industry: food
    ```
    """
    for flaw in group.flaws[FlawKind.MISSING_KEY]:
        if flaw.said:
            yield told(flaw, flaw.said, flaw.mend)
        else:
            yield told(flaw, f"“{flaw.found}” is missing here", f"add a line with {flaw.found}: and its value")
