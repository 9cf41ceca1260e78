"""concern-unanswered."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.concerns import unsettled
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def concern_unanswered(group: Group) -> Iterator[Problem]:
    """A concern has stood for two weeks without an answer.

    Anybody may say that an agreement is not kept, and a group that lets that stand teaches everybody to be silent.
    An answer within fourteen days is enough; it need not be a yes.

    ## Bad

    ```yaml title="agreements/show-up.md"
    concerns:
      - raised: 2026-02-19  # expect: concern-unanswered
        by: kit-larsen
        about: brian-cho
        note: late three times in a row
    ```

    ## Good

    ```yaml title="agreements/show-up.md"
    concerns:
      - raised: 2026-02-19
        by: kit-larsen
        about: brian-cho
        note: late three times in a row
        settled: 2026-02-26
        outcome: Brian leaves home ten minutes earlier
    ```
    """
    for one in unsettled(group):
        if one.owed.is_overdue_on(group.as_of):
            concern = one.concern
            about = f" about {group.name(concern.about)}" if concern.about else ""
            yield Problem(
                f"The concern{about} that {group.name(concern.by)} raised on {concern.raised} has had no answer "
                f"for {(group.as_of - concern.raised).days} days",
                one.owed.place,
                f"talk about it, then write settled: {group.as_of} (the day of the answer) and the outcome",
            )
