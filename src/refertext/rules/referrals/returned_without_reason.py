"""returned-without-reason."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.details import without_reason
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def returned_without_reason(group: Group) -> Iterator[Problem]:
    """A referral was returned without a reason.

    Nobody likes to get a referral back. With one sentence of explanation the giver knows what fits better
    next time, and goes on giving.

    ## Bad

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-06
        status: returned  # expect: returned-without-reason
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-06
        status: returned
        note: they have three employees, we start at ten
    ```
    """
    for one in without_reason(group):
        said = f"This was returned on {one.since} without a reason"
        yield Problem(said, one.place, "write note: and the reason in this entry")
