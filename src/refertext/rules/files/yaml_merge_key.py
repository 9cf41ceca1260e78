"""yaml-merge-key."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def yaml_merge_key(group: Group) -> Iterator[Problem]:
    """A block is merged into another.

    The key << copies one block into another. Records say everything themselves, so that each can be read
    alone.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    consent:
      <<: {how: phone}  # expect: yaml-merge-key
      date: 2026-03-01
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    consent:
      how: phone
      date: 2026-03-01
    ```
    """
    for flaw in group.flaws[FlawKind.YAML_MERGE_KEY]:
        yield told(
            flaw,
            "“<<” copies one block into another, and that is not used here",
            "write the lines themselves",
        )
