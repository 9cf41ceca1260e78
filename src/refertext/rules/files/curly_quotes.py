"""curly-quotes."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.WARNING)
def curly_quotes(group: Group) -> Iterator[Problem]:
    """A value stands in curly quotes, which count as part of it.

    Word processors and phones turn straight quotes into curly ones. Only straight quotes hold a value
    together; curly ones become part of the name, the date or the text, and are shown wherever it is.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: “A bakery in Boise”  # expect: curly-quotes
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise, known as “the blue one”
    place: "Boise"
    ```
    """
    for flaw in group.flaws[FlawKind.CURLY_QUOTES]:
        inside = flaw.found[1:-1]
        straight = f' ("{inside}")' if '"' not in inside and "\\" not in inside else ""
        yield told(
            flaw,
            f"The curly quotes count as part of {flaw.found}",
            f"write it with straight quotes{straight} or without",
        )
