"""partner-with-oneself."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def partner_with_oneself(group: Group) -> Iterator[Problem]:
    """Both partners of a partnership are the same member.

    A partnership is between two. One of the two ids is a typo, so the promises of the other partner are
    counted for nobody.

    ## Bad

    ```yaml title="partnerships/kit-and-lee.md"
    ---
    between: [kit-larsen, kit-larsen]  # expect: partner-with-oneself
    since: 2026-03-05
    ---
    ```

    ## Good

    ```yaml title="partnerships/kit-and-lee.md"
    ---
    between: [kit-larsen, lee-ortiz]
    since: 2026-03-05
    ---
    ```
    """
    for partnership in group.partnerships.values():
        one, other = partnership.between
        if group.same_member(one, other):
            yield Problem(
                f"{group.name(one)} is both partners of this partnership",
                Place(partnership.file, ("between", 1)),
                "write the id of the other partner",
            )
