"""no-front-matter."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def no_front_matter(group: Group) -> Iterator[Problem]:
    """A .md file does not begin with its keys.

    A record in a .md file begins with a line of three hyphens, then its keys, then another line of three
    hyphens; below stands the text. Without them, nobody knows what the record says.

    ## Bad

    ```markdown title="meetings/2026/2026-03-05-kit-larsen-lee-ortiz-a1b2.md"
    Kit and Lee met at the café. <!-- expect: no-front-matter -->
    ```

    ## Good

    ```markdown title="meetings/2026/2026-03-05-kit-larsen-lee-ortiz-a1b2.md"
    ---
    kind: one-to-one
    date: 2026-03-05
    between: [kit-larsen, lee-ortiz]
    ---

    Kit and Lee met at the café.
    ```
    """
    for flaw in group.flaws[FlawKind.NO_FRONT_MATTER]:
        yield told(
            flaw,
            f"{flaw.said}, so the keys of this file cannot be found"
            if flaw.said
            else f"This file has {flaw.found}, so its keys cannot be found",
            flaw.mend or "write a line with --- above the keys and another one below them",
        )
