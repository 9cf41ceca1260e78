"""cycle-without-promise."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.beginnings import promises
from refertext.insights.partners.partnerships import called
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


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
    for one in promises(group):
        if one.owed.is_overdue_on(group.as_of):
            verb = "has" if len(one.without) == 1 else "have"
            yield Problem(
                f"{called(group, one.without)} {verb} promised nothing for the cycle from {one.cycle.from_} until "
                f"{one.cycle.until}",
                one.owed.place,
                f"write {one.owed.write}",
            )
