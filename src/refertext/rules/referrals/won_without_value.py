"""won-without-value."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.details import without_value
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def won_without_value(group: Group) -> Iterator[Problem]:
    """Business was won, but nothing says how much.

    The value is what the giver hears at the end, and what makes a year of giving visible. A cautious
    estimate is better than nothing; what others may see of it is decided by `show_value`.

    ## Bad

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-06
        status: won  # expect: won-without-value
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-06
        status: won
        value: 12500
    ```
    """
    for one in without_value(group):
        yield Problem(
            f"This was won on {one.since}, but its value is not recorded",
            one.place,
            "write value: and the amount in this entry, for example value: 12500",
        )
