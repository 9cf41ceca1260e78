"""wrong-value."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def wrong_value(group: Group) -> Iterator[Problem]:
    """A value is not of the kind that belongs here.

    Dates are written YYYY-MM-DD, amounts as plain digits such as 12500 or 1200 EUR, percentages as 75%,
    lengths of time as 6 months. Anything else could be read in two ways.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    consent:
      date: 3/1/2026  # expect: wrong-value
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    consent:
      date: 2026-03-01
    ```
    """
    for flaw in group.flaws[FlawKind.WRONG_VALUE]:
        yield told(flaw, f"{flaw.found}: {flaw.said}", flaw.mend)
