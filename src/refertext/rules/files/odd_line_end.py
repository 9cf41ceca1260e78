"""odd-line-end."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def odd_line_end(group: Group) -> Iterator[Problem]:
    """A line ends with an unusual character.

    Some programs end lines with characters that other programs do not take for a line end, so people and
    programs would see different lines. It comes from copying out of web pages, chats and very old
    editors.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery\u2028in Boise  # expect: odd-line-end
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    ```
    """
    for flaw in group.flaws[FlawKind.ODD_LINE_END]:
        yield told(flaw, f"An unusual line end ({flaw.found}) stands here", "delete it and press Enter instead")
