"""partnership-recorded-twice."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.pairs import by_pair, pair
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def partnership_recorded_twice(group: Group) -> Iterator[Problem]:
    """One partnership stands in two files.

    Two members have one partnership, with as many cycles as they like. In two files each half looks
    neglected: the promises stand in one, the reviews in the other.

    ## Bad

    ```yaml title="partnerships/kit-larsen--brian-cho.md"
    ---
    between: [kit-larsen, brian-cho]  # expect: partnership-recorded-twice
    since: 2026-03-05
    ---
    ```

    ## Good

    ```yaml title="partnerships/kit-larsen--lee-ortiz.md"
    ---
    between: [kit-larsen, lee-ortiz]
    since: 2026-03-05
    ---
    ```
    """
    first = by_pair(group)
    for partnership in group.partnerships.values():
        two = pair(group, partnership)
        other = first.get(two, partnership)
        if other is not partnership:
            yield Problem(
                f"The partnership of {group.name(two[0])} and {group.name(two[1])} stands in {other.file} already",
                Place(partnership.file, ("between",)),
                f"move what is new to {other.file}, and remove this file",
                (See("it stands here first", Place(other.file, ("between",))),),
            )
