"""unknown-member."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Problem, Severity
from refertext.rules.references.sentences import unknown_ids
from refertext.rules.rule import rule


@rule(Severity.ERROR)
def unknown_member(group: Group) -> Iterator[Problem]:
    """A member's id leads to nobody.

    Members are called by their ids, which are the names of their files. A typo makes a person
    that does not exist, and what they gave, promised or attended counts for nobody.

    ## Bad

    ```yaml title="prospects/haulier-nampa.yml"
    known_by: [kit-larson]  # expect: unknown-member
    ```

    ## Bad: a name instead of an id

    ```yaml title="meetings/2026/2026-03-05-group.md"
    next_presenter: Brian Cho  # expect: unknown-member
    ```

    ## Good

    ```yaml title="prospects/haulier-nampa.yml"
    known_by: [kit-larsen]
    ```

    ```yaml title="meetings/2026/2026-03-05-group.md"
    next_presenter: brian-cho
    ```
    """
    yield from unknown_ids(group, "members", "member")
