"""at-risk."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.commitments import Outcome
from refertext.group import Group
from refertext.problem import Problem, Severity
from refertext.rules.agreements.sentences import of_verdict, told
from refertext.rules.rule import rule


@rule(Severity.NOTE)
def at_risk(group: Group) -> Iterator[Problem]:
    """A commitment or a promise will be missed if nothing more is done.

    More than half of the running period is over, and what is recorded so far is not enough; or there is no room left
    below a limit. It is said while there is time: nobody is to learn of a missed floor when it is too late.

    ## Bad

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: lates
        at_most: 1
        over: 6 months
    ```

    ```yaml title="members/lee-ortiz.md"
    signed:
      show-up: 2025-03-06  # expect: at-risk
    ```

    ## Good

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: lates
        at_most: 2
        over: 6 months
    ```
    """
    for verdict in told(group, Outcome.AT_RISK):
        if verdict.outcome is Outcome.AT_RISK:
            yield of_verdict(group, verdict, "talk about what would help while there is time")
