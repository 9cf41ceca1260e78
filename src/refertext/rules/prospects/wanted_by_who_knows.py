"""wanted-by-who-knows."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def wanted_by_who_knows(group: Group) -> Iterator[Problem]:
    """The same member knows a prospect and wishes to meet them.

    `known_by` is the contact list, `wanted_by` the wish list. The others look through the wishes for
    those they can fulfil, and this one is fulfilled already, or the member does not know the prospect
    after all.

    ## Bad

    ```yaml title="prospects/haulier-nampa.yml"
    known_by: [kit-larsen]
    wanted_by: [brian-cho, kit-larsen]  # expect: wanted-by-who-knows
    ```

    ## Good

    ```yaml title="prospects/haulier-nampa.yml"
    known_by: [kit-larsen]
    wanted_by: [brian-cho]
    ```
    """
    for prospect in group.prospects.values():
        for number, wanting in enumerate(prospect.wanted_by):
            for position, knowing in enumerate(prospect.known_by):
                if group.same_member(wanting, knowing):
                    yield Problem(
                        f"{group.name(wanting)} knows “{prospect.alias}” and wishes to meet them, too",
                        Place(prospect.file, ("wanted_by", number)),
                        f"remove {wanting} from wanted_by, or {knowing} from known_by",
                        (See("known here", Place(prospect.file, ("known_by", position))),),
                    )
