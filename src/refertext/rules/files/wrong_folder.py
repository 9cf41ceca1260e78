"""wrong-folder."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def wrong_folder(group: Group) -> Iterator[Problem]:
    """A record stands in the folder of another kind.

    The folder says what a file is: a referral in the folder of meetings is taken for a meeting, has none of its keys,
    and counts as neither. Where a file is in order as a record of one other kind, and not as one of its folder, it is
    told to move there; nothing in it needs to be changed.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-kit-larsen-brian-cho-7f3a.yml"
    kind: lead  # expect: wrong-folder
    date: 2026-03-05
    from: kit-larsen
    to: brian-cho
    about: a bakery that hires
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-05-kit-larsen-brian-cho-7f3a.yml"
    kind: lead
    date: 2026-03-05
    from: kit-larsen
    to: brian-cho
    about: a bakery that hires
    ```
    """
    for flaw in group.flaws[FlawKind.WRONG_FOLDER]:
        yield told(flaw, f"This stands in the wrong folder: {flaw.said}", flaw.mend)
