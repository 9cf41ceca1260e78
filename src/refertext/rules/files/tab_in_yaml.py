"""tab-in-yaml."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def tab_in_yaml(group: Group) -> Iterator[Problem]:
    """A tab stands among the keys.

    A tab looks like spaces but is wide or narrow as each editor pleases, so nobody can see which block a line
    belongs to. Only spaces count. The text below the second line of hyphens may have tabs.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    consent:
    ␉date: 2026-03-01  # expect: tab-in-yaml
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    consent:
      date: 2026-03-01
    ```
    """
    for flaw in group.flaws[FlawKind.TAB_IN_YAML]:
        yield told(flaw, "A tab stands here", "use spaces, two for each level")
