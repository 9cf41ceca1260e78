"""prospect-recorded-twice."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Prospect
from refertext.rules.rule import rule
from refertext.text.wording import folded


def _are_in_different_places(one: Prospect, other: Prospect) -> bool:
    return bool(one.place and other.place) and folded(one.place or "") != folded(other.place or "")


@rule(Severity.WARNING)
def prospect_recorded_twice(group: Group) -> Iterator[Problem]:
    """One prospect stands in two files.

    Who knows them stands in one file, and that they do not want to be contacted in the other. Then two
    members call the same person in one week. Branches in different places are prospects of their own.

    ## Bad

    ```yaml title="prospects/warehouse-nampa.yml"
    alias: A warehouse in Nampa
    name: ACME Logistics  # expect: prospect-recorded-twice
    place: Nampa
    wanted_by: [lee-ortiz]
    consent:
      date: 2026-02-26
    ```

    ## Good

    ```yaml title="prospects/haulier-nampa.yml"
    wanted_by: [brian-cho, lee-ortiz]
    ```
    """
    first: dict[str, Prospect] = {}
    for _, prospect in sorted(group.prospects.items()):
        if not prospect.name:
            continue
        other = first.setdefault(folded(prospect.name), prospect)
        if other is not prospect and not _are_in_different_places(prospect, other):
            yield Problem(
                f"“{prospect.name}” stands in {other.file} already",
                Place(prospect.file, ("name",)),
                f"move what is new to {other.file}, remove this file, and write {prospect.id} under former_ids there",
                (See("it stands here first", Place(other.file, ("name",))),),
            )
