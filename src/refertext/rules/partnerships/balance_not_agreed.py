"""balance-not-agreed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.insights.debts.beginnings import Unbalanced, balances_to_agree, first_referral
from refertext.insights.partners.partnerships import at_work, called
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Partnership, Referral
from refertext.rules.rule import rule


def _not_agreed(group: Group, one: Unbalanced) -> Problem:
    see = (_first(one.referral),) if one.referral else ()
    mend = f"talk about it, then write {one.owed.write}"
    return Problem(f"{called(group, one.owed.by)} have not agreed on who gives how much", one.owed.place, mend, see)


def _agreed_late(group: Group, partnership: Partnership, agreed: date, referral: Referral) -> Problem:
    return Problem(
        f"{called(group, partnership.between)} agreed on who gives how much on {agreed}, after their first referral of "
        f"{referral.date}",
        Place(partnership.file, ("balance", "agreed")),
        "nothing can be mended here but a wrong day; talk about the balance first next time",
        (_first(referral),),
    )


def _first(referral: Referral) -> See:
    return See("their first referral", Place(referral.file, ("date",)))


@rule(Severity.WARNING)
def balance_not_agreed(group: Group) -> Iterator[Problem]:
    """Partners have not talked about the balance before the first referral.

    Few pairs can give each other the same number of referrals. Two to one is fine where both expect it,
    and sours the partnership where one of them does not. So the shares are agreed on before the first
    referral, and within thirty days. That it was done too late is told for thirteen weeks.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    balance:  # expect: balance-not-agreed
    ```

    ## Bad: too late

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    balance:
      brian-cho: 1
      kit-larsen: 2
      agreed: 2026-03-09  # expect: balance-not-agreed
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    balance:
      brian-cho: 1
      kit-larsen: 2
      agreed: 2026-02-02
    ```
    """
    for one in balances_to_agree(group):
        if one.owed.is_overdue_on(group.as_of):
            yield _not_agreed(group, one)
    for partnership in at_work(group):
        agreed = partnership.balance.agreed if partnership.balance else None
        referral = first_referral(group, partnership) if agreed and group.is_recent(agreed) else None
        if agreed and referral and referral.date < agreed:
            yield _agreed_late(group, partnership, agreed, referral)
