"""gain-not-agreed."""

from collections.abc import Iterator
from datetime import timedelta

from refertext.group import Group
from refertext.group.pairs import both_are_members, by_partner, partners
from refertext.problem import Part, Place, Problem, Severity
from refertext.rules.rule import rule
from refertext.text.wording import listed

_TIME = timedelta(days=30)


@rule(Severity.WARNING)
def gain_not_agreed(group: Group) -> Iterator[Problem]:
    """Partners have not agreed on what each of them gains.

    The best referrers are those whose own business gains from referring. Within thirty days of the
    beginning, each partner's gain stands in the file, with the day on which both agreed that it is one.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    gain:  # expect: gain-not-agreed
      brian-cho:
        why: My clients keep me in the room
        agreed: 2026-01-28
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    gain:
      brian-cho:
        why: My clients keep me in the room
        agreed: 2026-01-28
      kit-larsen:
        why: I hear of growth before the jobs are posted
        agreed: 2026-01-28
    ```
    """
    for partnership in group.partnerships.values():
        if group.as_of - partnership.since <= _TIME or not both_are_members(group, partnership):
            continue
        gain = by_partner(group, partnership.gain)
        without = [id_ for id_ in partners(group, partnership) if id_ not in gain or gain[id_].agreed is None]
        if without:
            yield Problem(
                f"The partners have not agreed on what {listed([group.name(id_) for id_ in without])} gains",
                Place(partnership.file, ("gain",), Part.KEY),
                f"write under gain: {without[0]}: with why: and agreed: {group.as_of} (the day both agreed)",
            )
