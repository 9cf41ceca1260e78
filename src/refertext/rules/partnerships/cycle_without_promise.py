"""cycle-without-promise."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.pairs import both_are_members, by_partner, partners
from refertext.problem import Part, Place, Problem, Severity
from refertext.rules.rule import rule
from refertext.text.wording import listed


@rule(Severity.WARNING)
def cycle_without_promise(group: Group) -> Iterator[Problem]:
    """A cycle has begun without a promise of both partners.

    The first step is to commit: each partner promises a number of qualified referrals for the cycle.
    Without a number there is nothing to keep, and nothing to talk about at the end. A promise of 0 is
    one. For cycles that have ended it is told for thirteen weeks.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-02-10
        until: 2026-04-30
        promise:  # expect: cycle-without-promise
          brian-cho: 2
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-02-10
        until: 2026-04-30
        promise:
          brian-cho: 2
          kit-larsen: 2
    ```
    """
    for partnership in group.partnerships.values():
        if not both_are_members(group, partnership):
            continue
        for number, cycle in enumerate(partnership.cycles):
            if cycle.from_ > group.as_of or not (cycle.until > group.as_of or group.is_recent(cycle.until)):
                continue
            promises = by_partner(group, cycle.promise)
            without = [id_ for id_ in partners(group, partnership) if id_ not in promises]
            if without:
                verb = "has" if len(without) == 1 else "have"
                yield Problem(
                    f"{listed([group.name(id_) for id_ in without])} {verb} promised nothing "
                    f"for the cycle from {cycle.from_} until {cycle.until}",
                    Place(partnership.file, ("cycles", number, "promise"), Part.KEY),
                    f"write under promise: {without[0]}: and the number of referrals",
                )
