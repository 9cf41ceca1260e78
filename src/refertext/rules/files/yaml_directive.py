"""yaml-directive."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def yaml_directive(group: Group) -> Iterator[Problem]:
    """A line gives orders to YAML programs.

    Lines that begin with a percent sign change how the rest is read. Records are read in one way only. A text
    that begins with % needs quotes, and cannot stand at the start of a line.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    %YAML 1.2  # expect: yaml-directive
    ---
    alias: A bakery in Boise
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    ```
    """
    for flaw in group.flaws[FlawKind.YAML_DIRECTIVE]:
        yield told(
            flaw,
            f"“{flaw.found}” is an order to YAML programs, and those are not used here",
            "remove the line",
        )
