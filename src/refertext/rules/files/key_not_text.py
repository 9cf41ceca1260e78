"""key-not-text."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def key_not_text(group: Group) -> Iterator[Problem]:
    """A key is not a plain word.

    Every key is a word before a colon. A list or a block cannot be a key.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    ? [place, industry]  # expect: key-not-text
    : Boise
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    place: Boise
    ```
    """
    for flaw in group.flaws[FlawKind.KEY_NOT_TEXT]:
        yield told(flaw, "A list or a block stands where a key belongs", "write a word, a colon and a value")
