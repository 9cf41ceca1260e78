"""yaml-anchor."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def yaml_anchor(group: Group) -> Iterator[Problem]:
    """A value is named to be repeated elsewhere.

    YAML can name a value with & and repeat it with *. A reader then has to look in two places, and a few
    lines can stand for millions. Records say what they mean where they mean it. A text that begins with & or
    * needs quotes.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: &bakery A bakery in Boise  # expect: yaml-anchor
    industry: *bakery  # expect: yaml-anchor
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    industry: "*baked* goods"
    ```
    """
    for flaw in group.flaws[FlawKind.YAML_ANCHOR]:
        yield told(
            flaw,
            f"“{flaw.found}” is a name for repeating values, and those are not used here",
            "write the value itself, or put quotes around it if it begins with & or *",
        )
