"""hidden-character."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def hidden_character(group: Group) -> Iterator[Problem]:
    """A character that nobody can see stands in the file.

    Control characters and those that turn the direction of writing make a line look other than it is: two
    names that look alike are not, an amount reads backwards. They come from copying, or from someone who
    wants to deceive.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery \u202ein Boise  # expect: hidden-character
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    ```
    """
    for flaw in group.flaws[FlawKind.HIDDEN_CHARACTER]:
        yield told(
            flaw,
            f"A hidden character ({flaw.found}) stands here",
            "delete it; typing the words anew is the surest way",
        )
