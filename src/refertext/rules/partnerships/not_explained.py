"""not-explained."""

from collections.abc import Iterator
from datetime import timedelta

from refertext.group import Group
from refertext.group.pairs import both_are_members, by_partner, partners
from refertext.problem import Part, Place, Problem, Severity
from refertext.rules.rule import rule
from refertext.text.wording import listed

_TIME = timedelta(days=30)


@rule(Severity.WARNING)
def not_explained(group: Group) -> Iterator[Problem]:
    """A partner has not taught the other how to refer them.

    Partners refer badly when they have to guess: whom to look for, what to say, when to make the call. Within
    thirty days each explains it to the other, and `explained` says when.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    explained:  # expect: not-explained
      brian-cho: 2026-01-28
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    explained:
      brian-cho: 2026-01-28
      kit-larsen: 2026-01-28
    ```
    """
    for partnership in group.partnerships.values():
        if group.as_of - partnership.since <= _TIME or not both_are_members(group, partnership):
            continue
        explained = by_partner(group, partnership.explained)
        silent = [id_ for id_ in partners(group, partnership) if id_ not in explained]
        if silent:
            two = [group.name(id_) for id_ in silent]
            rest = f"{two[0]} has" if len(two) == 1 else f"{listed(two)} have"
            other = "the other" if len(two) == 1 else "each other"
            yield Problem(
                f"{rest} not yet taught {other} how to refer them",
                Place(partnership.file, ("explained",), Part.KEY),
                f"write under explained: {silent[0]}: {group.as_of} (the day of it)",
            )
