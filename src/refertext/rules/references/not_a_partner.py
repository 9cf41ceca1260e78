"""not-a-partner."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.pairs import are_known, partners
from refertext.group.references import partners_named
from refertext.problem import Place, Problem, Severity
from refertext.records import Partnership, nearest
from refertext.rules.rule import rule
from refertext.text.wording import listed


def _named(group: Group, partnership: Partnership) -> Iterator[tuple[str, Place]]:
    """Everybody whom a partnership names as one of its partners; steps by unknown members are told elsewhere."""
    yield from partners_named(partnership)
    for number, step in enumerate(partnership.action_plan):
        if group.knows("members", step.by):
            yield step.by, Place(partnership.file, ("action_plan", number, "by"))


@rule(Severity.ERROR)
def not_a_partner(group: Group) -> Iterator[Problem]:
    """A partnership names somebody who is not one of the two.

    Goals, gains, promises and contacts belong to the two whom `between` names. Under any other id a promise is
    made by nobody, and the partner's own seems to be missing. While `between` names an id that is nobody's, only that
    is told: until it is mended, nobody can say who the two are.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    goals:
      brian-cho: Two employers a month
      lee-ortiz: Two logistics clients this year  # expect: not-a-partner
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    goals:
      brian-cho: Two employers a month
      kit-larsen: Two logistics clients this year
    ```
    """
    for partnership in group.partnerships.values():
        two = partners(group, partnership)
        if two[0] == two[1] or not are_known(group, partnership):
            continue
        names = listed([group.name(id_) for id_ in two])
        for id_, place in _named(group, partnership):
            if group.resolve("members", id_) not in two:
                message = f"{group.name(id_)} is not one of the partners, who are {names}"
                yield Problem(message, place, f"write {nearest(id_, two) or listed(two, 'or')}")
