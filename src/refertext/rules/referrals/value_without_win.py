"""value-without-win."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def value_without_win(group: Group) -> Iterator[Problem]:
    """A value stands where nothing was won.

    Only what was won counts as value. An amount on any other entry, an offer for example, is counted
    nowhere, and people will wonder where it went.

    ## Bad

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-06
        status: proposed
        value: 12500  # expect: value-without-win
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-06
        status: proposed
        note: offer of 12500
    ```
    """
    for referral in group.given_referrals:
        for number, entry in referral.entries:
            if entry.value is not None and entry.status != "won":
                status = f"the status is “{entry.status}”" if entry.status else "there is no status"
                yield Problem(
                    f"This entry of {entry.date} has a value, but {status}",
                    Place(referral.file, ("history", number, "value")),
                    "write status: won if it was won, or tell the amount in note: instead of value:",
                )
