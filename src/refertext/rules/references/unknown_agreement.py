"""unknown-agreement."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Problem, Severity
from refertext.rules.references.sentences import unknown_ids
from refertext.rules.rule import rule


@rule(Severity.ERROR)
def unknown_agreement(group: Group) -> Iterator[Problem]:
    """A signature stands under an agreement that does not exist.

    A member signs an agreement by writing its id and the day. The id is the name of the agreement's file.
    Under a misspelt one the member has signed nothing.

    ## Bad

    ```yaml title="members/kit-larsen.md"
    signed:
      show-upp: 2025-01-09  # expect: unknown-agreement
    ```

    ## Good

    ```yaml title="members/kit-larsen.md"
    signed:
      show-up: 2025-01-09
    ```
    """
    yield from unknown_ids(group, "agreements", "agreement")
