"""former-id."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Problem, Severity
from refertext.records import FOLDERS
from refertext.rules.rule import rule


@rule(Severity.NOTE)
def former_id(group: Group) -> Iterator[Problem]:
    """A record is called by a former id.

    It works: `former_ids` keeps old links alive after a file was renamed. But whoever searches for the
    present id does not find this line.

    ## Bad

    ```yaml title="prospects/haulier-nampa.yml"
    former_ids: [trucker-nampa]
    ```

    ```yaml title="referrals/2026/2026-03-04-lee-ortiz-brian-cho-x1y2.yml"
    kind: lead
    date: 2026-03-04
    from: lee-ortiz
    to: brian-cho
    prospect: trucker-nampa  # expect: former-id
    ```

    ## Good

    ```yaml title="prospects/haulier-nampa.yml"
    former_ids: [trucker-nampa]
    ```

    ```yaml title="referrals/2026/2026-03-04-lee-ortiz-brian-cho-x1y2.yml"
    kind: lead
    date: 2026-03-04
    from: lee-ortiz
    to: brian-cho
    prospect: haulier-nampa
    ```
    """
    for folder in FOLDERS:
        for reference in group.outdated_references[folder]:
            if reference.now is not None:
                yield Problem(
                    f"“{reference.id}” is now called “{reference.now}”", reference.place, f"write {reference.now}"
                )
