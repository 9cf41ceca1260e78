"""floor-missed."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.commitments import Outcome, Verdict
from refertext.group import Group
from refertext.insights.partners.partnerships import is_evaluated
from refertext.problem import Problem, Severity
from refertext.records import Partnership
from refertext.rules.agreements.sentences import of_verdict, told
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def floor_missed(group: Group) -> Iterator[Problem]:
    """Less was done, or more, than a commitment or a promise says.

    A floor that nobody speaks of teaches everyone to look away. So the number is said, and people talk: about what
    would help, or about another floor. One who has a good reason gets a waiver of this rule for their file, with the
    reason and a last day.

    Newcomers are spared for four weeks, and so is who was on leave all the time. What nobody can mend any more is told
    for 13 weeks. One-to-ones of pairs are told by one-to-one-overdue; a waiver of this rule covers those too.

    ## Bad

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: presentations
        at_least: 1
        over: 12 months
    ```

    ```yaml title="members/brian-cho.md"
    signed:
      show-up: 2025-02-06  # expect: floor-missed
    ```

    ```yaml title="members/lee-ortiz.md"
    signed:
      show-up: 2025-03-06  # expect: floor-missed
    ```

    ## Bad: a promise of a cycle

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-02-10
        until: 2026-03-10
        promise:
          brian-cho: 1  # expect: floor-missed
          kit-larsen: 1
        evaluated:
          date: 2026-03-10
    ```

    ## Good

    ```yaml title="agreements/show-up.md"
    commitments:
      - measure: presentations
        at_least: 1
        over: 12 months
    ```

    ```yaml title="meetings/2026/2026-03-05-group.md"
    presented: [brian-cho, kit-larsen, lee-ortiz]
    ```
    """
    for verdict in told(group, Outcome.MISSED):
        yield of_verdict(group, verdict, _otherwise(group, verdict))


def _otherwise(group: Group, verdict: Verdict) -> str:
    if isinstance(verdict.record, Partnership):
        cycle = next(cycle for number, cycle in enumerate(verdict.record.cycles) if number in verdict.path)
        if is_evaluated(group, cycle):
            return "promise what you can keep in the next cycle"
        return "talk about it when you evaluate the cycle, and promise what you can keep in the next one"
    return f"talk about what would help, or agree on something else in {verdict.record.file}"
