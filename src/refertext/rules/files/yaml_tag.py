"""yaml-tag."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def yaml_tag(group: Group) -> Iterator[Problem]:
    """A value carries a tag.

    Tags, words with an exclamation mark, tell YAML programs to treat a value in a special way, up to running
    code. Records have plain texts only. A text that begins with an exclamation mark needs quotes.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: !important A bakery  # expect: yaml-tag
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: "!important A bakery"
    ```
    """
    for flaw in group.flaws[FlawKind.YAML_TAG]:
        yield told(
            flaw,
            f"“{flaw.found}” is a tag, and tags are not used here",
            "remove it, or put quotes around the whole value",
        )
