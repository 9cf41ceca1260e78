"""thanks-overdue."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.telling import giver_of
from refertext.insights.debts.thanks import unthanked
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.text.wording import listed


@rule(Severity.WARNING)
def thanks_overdue(group: Group) -> Iterator[Problem]:
    """Something was won, or was useful, and nobody has thanked for it in public.

    Two weeks after the outcome are enough. Who is thanked where others hear it gives again, and so do those who
    hear it. Who gave from outside, or has left, is thanked too, but this rule speaks only for members. Nobody
    writes the day on which something was useful: the last entry counts.

    ## Bad

    ```yaml title="referrals/2026/2026-02-05-kit-larsen-brian-cho-m5t2.yml"
    kind: lead
    date: 2026-02-05
    from: kit-larsen
    to: brian-cho
    about: a dental practice
    history:
      - date: 2026-02-19
        status: won  # expect: thanks-overdue
        value: 1200
    ```

    ## Bad: a useful lead

    ```yaml title="referrals/2026/2026-02-05-kit-larsen-brian-cho-m5t2.yml"
    kind: lead
    date: 2026-02-05
    from: kit-larsen
    to: brian-cho
    about: a dental practice
    history:
      - date: 2026-02-19
        status: not-a-fit
    useful: yes  # expect: thanks-overdue
    ```

    ## Good

    ```yaml title="referrals/2026/2026-02-05-kit-larsen-brian-cho-m5t2.yml"
    kind: lead
    date: 2026-02-05
    from: kit-larsen
    to: brian-cho
    about: a dental practice
    history:
      - date: 2026-02-19
        status: won
        value: 1200
    thanked:
      date: 2026-03-05
      where: meeting
      words: Nine employees, and all of them stayed
    ```
    """
    for one in unthanked(group):
        if one.owed.to and one.owed.is_overdue_on(group.as_of):
            gift, since = one.gift, one.owed.since
            outcome = f"was won on {since}" if one.was_won else "was useful"
            people = listed([group.name(id_) for id_ in one.owed.by])
            has = "has" if len(one.owed.by) == 1 else "have"
            what = f"{giver_of(group, gift.record)}'s {gift.kind_on(group.as_of)} of {gift.day}"
            yield Problem(
                f"{what} {outcome}, and {people} {has} not thanked for it in public "
                f"for {(group.as_of - since).days} days",
                one.owed.place,
                f"give thanks where others hear it, then write {one.owed.write}",
            )
