"""review-overdue."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.one_at_a_time import steps
from refertext.insights.partners.partnerships import called
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def review_overdue(group: Group) -> Iterator[Problem]:
    """Partners have not reviewed their partnership when they said they would.

    A review is where partners say what they would rather not say between two calls. How often they review is their
    own decision, in `reviews`; the time runs from the last meeting of kind review between the two, else from the
    partnership's first day; days on which one of the two is on leave do not count. While a cycle is to be evaluated,
    cycle-without-evaluation speaks instead.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    reviews:
      every: 1 month  # expect: review-overdue
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    reviews:
      every: 1 month
    ```

    ```yaml title="meetings/2026/2026-02-26-brian-cho-kit-larsen-r3v1.md"
    ---
    kind: review
    date: 2026-02-26
    between: [brian-cho, kit-larsen]
    ---

    Two of mine, none of Brian's; he starts with the list on Monday.
    ```
    """
    for owed in steps(group).reviews:
        if owed.is_overdue_on(group.as_of):
            yield Problem(
                f"{called(group, owed.by)} have had no review since {owed.since}; the next one was due on {owed.due}",
                owed.place,
                f"sit down together, then write {owed.write}",
            )
