"""unknown-prospect."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Problem, Severity
from refertext.rules.references.sentences import unknown_ids
from refertext.rules.rule import rule


@rule(Severity.ERROR)
def unknown_prospect(group: Group) -> Iterator[Problem]:
    """A prospect's id leads to no prospect.

    A referral names its prospect by the prospect's id, which is the name of its file. Where the id leads
    nowhere, nobody can see who else knows them, or that they do not want to be contacted. A prospect that
    only the giver and the receiver need to know of needs no file: say in words whom it is about.

    ## Bad

    ```yaml title="referrals/2026/2026-03-04-lee-ortiz-brian-cho-x1y2.yml"
    kind: lead
    date: 2026-03-04
    from: lee-ortiz
    to: brian-cho
    prospect: haulier-nanpa  # expect: unknown-prospect
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-lee-ortiz-brian-cho-x1y2.yml"
    kind: lead
    date: 2026-03-04
    from: lee-ortiz
    to: brian-cho
    prospect: haulier-nampa
    ```

    ```yaml title="referrals/2026/2026-03-05-lee-ortiz-kit-larsen-x1y3.yml"
    kind: lead
    date: 2026-03-05
    from: lee-ortiz
    to: kit-larsen
    about: a brewery that hires
    ```
    """
    yield from unknown_ids(group, "prospects", "prospect")
