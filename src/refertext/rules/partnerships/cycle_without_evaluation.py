"""cycle-without-evaluation."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.one_at_a_time import steps
from refertext.insights.partners.partnerships import called
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def cycle_without_evaluation(group: Group) -> Iterator[Problem]:
    """A cycle ended two weeks ago and has not been evaluated.

    The fifth step is to ask what went well and what to change. Without it the next cycle repeats the last one, or never
    begins. Of cycles that others have followed it is told for thirteen weeks. As long as this rule speaks of two
    partners, review-overdue, one-to-one-overdue and stagnating do not: one thing at a time.

    ## Bad

    ```yaml title="referrals/2026/2026-02-17-kit-larsen-brian-cho-q1w2.yml"
    kind: referral
    date: 2026-02-17
    from: kit-larsen
    to: brian-cho
    about: a roofer with nine people
    consent:
      date: 2026-02-16
    history:
      - date: 2026-02-27
        status: lost
    ```

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-02-02
        until: 2026-02-20  # expect: cycle-without-evaluation
        promise:
          brian-cho: 0
          kit-larsen: 1
    ```

    ## Good

    ```yaml title="referrals/2026/2026-02-17-kit-larsen-brian-cho-q1w2.yml"
    kind: referral
    date: 2026-02-17
    from: kit-larsen
    to: brian-cho
    about: a roofer with nine people
    consent:
      date: 2026-02-16
    history:
      - date: 2026-02-27
        status: lost
    ```

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-02-02
        until: 2026-02-20
        promise:
          brian-cho: 0
          kit-larsen: 1
        evaluated:
          date: 2026-02-24
          went_well: We spoke about it every week
          change: Brian lists people to whom he has spoken this year
    ```
    """
    for owed in steps(group).evaluations:
        if owed.is_overdue_on(group.as_of):
            yield Problem(
                f"The cycle of {called(group, owed.by)} ended on {owed.since}, {(group.as_of - owed.since).days} days "
                "ago, and has not been evaluated",
                owed.place,
                f"talk about it, then write {owed.write}",
            )
