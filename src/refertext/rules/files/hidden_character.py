"""hidden-character."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told

_SOFT_HYPHEN = "U+00AD"
_IN_A_WORD = "delete it, or type the word anew; it only says where the word may be broken at the end of a line"
_ANYWHERE = "delete it; typing the words anew is the surest way"


@rule(Severity.ERROR)
def hidden_character(group: Group) -> Iterator[Problem]:
    """A character that nobody can see stands in the file.

    Control characters and those that turn the direction of writing make a line look other than it is: two
    names that look alike are not, an amount reads backwards. They come from copying, or from someone who
    wants to deceive. Word puts soft hyphens into long words, and signs of its own that other programs show as
    a box. The characters that join emoji, or Persian letters, are fine.

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
        if flaw.found == _SOFT_HYPHEN:
            yield told(flaw, f"A soft hyphen ({flaw.found}) stands here, which nobody sees", _IN_A_WORD)
        else:
            yield told(flaw, f"A hidden character ({flaw.found}) stands here", _ANYWHERE)
