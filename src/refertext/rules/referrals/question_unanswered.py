"""question-unanswered."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.questions import unanswered
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.text.wording import listed


@rule(Severity.WARNING)
def question_unanswered(group: Group) -> Iterator[Problem]:
    """A question about a lead, an introduction or a referral has had no answer for more than seven days.

    “May I use your name?” costs one line to answer, and a sale while it waits. Of several questions in a row the
    first counts, for one answer answers them all; nobody answers their own. What was asked before something was won,
    lost or given back has lapsed with it.

    ## Bad

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-03
        ask: May I use your name?  # expect: question-unanswered
        by: brian-cho
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-03
        ask: May I use your name?
        by: brian-cho
      - date: 2026-03-04
        answer: Yes, they know me from the warehouse
        by: kit-larsen
    ```
    """
    for one in unanswered(group):
        if one.owed.is_overdue_on(group.as_of):
            people = listed([group.name(id_) for id_ in one.owed.by])
            asker, days = group.name(one.owed.to[0]), (group.as_of - one.owed.since).days
            has = "has" if len(one.owed.by) == 1 else "have"
            yield Problem(
                f"{people} {has} not answered {asker}'s question of {one.owed.since} for {days} days: “{one.question}”",
                one.owed.place,
                f"write {one.owed.write}",
            )
