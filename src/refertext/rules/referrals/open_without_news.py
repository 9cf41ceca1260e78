"""open-without-news."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.telling import giver_of
from refertext.insights.debts.news import silent
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def open_without_news(group: Group) -> Iterator[Problem]:
    """There has been no news of an open lead, introduction or referral for more than two weeks.

    Whoever gives a name lends their own. What makes people stop giving is not bad news but none, so a line is
    enough, and “they are still thinking” is news. A stalled one needs a word now and then, too. While a question
    waits, question-unanswered speaks instead. This rule speaks for givers who are members: those from outside, and
    those who have left, do not read it.

    ## Bad

    ```yaml title="referrals/2026/2026-02-09-kit-larsen-brian-cho-m5t2.yml"
    kind: lead
    date: 2026-02-09
    from: kit-larsen
    to: brian-cho
    about: a dental practice
    history:
      - date: 2026-02-24  # expect: open-without-news
        status: contacted
        by: brian-cho
    ```

    ## Good

    ```yaml title="referrals/2026/2026-02-09-kit-larsen-brian-cho-m5t2.yml"
    kind: lead
    date: 2026-02-09
    from: kit-larsen
    to: brian-cho
    about: a dental practice
    history:
      - date: 2026-02-24
        status: contacted
        by: brian-cho
      - date: 2026-03-05
        note: they decide after Easter
        by: brian-cho
    ```
    """
    for one in silent(group):
        if one.owed.to and one.owed.is_overdue_on(group.as_of):
            gift = one.handling.gift
            hands = group.name(one.handling.receiver or "")
            yield Problem(
                f"Nothing has been heard for {one.days} days of {giver_of(group, gift.record)}'s "
                f"{gift.kind_on(group.as_of)} of {gift.day}, which is in the hands of {hands}",
                one.owed.place,
                f"tell the giver how it stands, and write {one.owed.write}; if nothing came of it, status: lost or "
                "not-a-fit",
            )
