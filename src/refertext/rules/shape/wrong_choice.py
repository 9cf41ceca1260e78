"""wrong-choice."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told

_QUOTES = tuple("“„«‘‚")


@rule(Severity.ERROR)
def wrong_choice(group: Group) -> Iterator[Problem]:
    """A word is none of those to choose from.

    Some keys have a few possible values only, so that everybody means the same by them.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    do_not_contact: maybe  # expect: wrong-choice
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    do_not_contact: yes
    ```
    """
    for flaw in group.flaws[FlawKind.WRONG_CHOICE]:
        value = f"{flaw.found} in curly quotes" if flaw.found[:1] in _QUOTES else f"“{flaw.found}”"
        yield told(flaw, f"{flaw.place.path[-1]} cannot be {value}: it is {flaw.said}", flaw.mend)
