"""balance-not-agreed."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import product

from refertext.group import Group
from refertext.group.pairs import Pair, both_are_members, pair
from refertext.problem import Part, Place, Problem, See, Severity
from refertext.records import Partnership, Referral
from refertext.rules.rule import rule

_TIME = timedelta(days=30)


def _first_referrals(group: Group, partnerships: Mapping[Pair, Partnership]) -> dict[Pair, Referral]:
    """The first referral of each pair since their partnership began."""
    spelled = _spellings(group, partnerships)
    first: dict[Pair, Referral] = {}
    for referral in group.given_referrals:
        two = spelled.get((referral.from_, referral.to))
        if two and referral.kind == "referral" and partnerships[two].since <= referral.date:
            first.setdefault(two, referral)
    return first


def _spellings(group: Group, partnerships: Mapping[Pair, Partnership]) -> dict[Pair, Pair]:
    """Each pair as giver and receiver may be written, by present or former ids, either way round."""
    spelled = {}
    for two in partnerships:
        one, other = ((id_, *group.members[id_].former_ids) for id_ in two)
        for giver, receiver in (*product(one, other), *product(other, one)):
            spelled[giver, receiver] = two
    return spelled


def _not_agreed(group: Group, partnership: Partnership, referral: Referral | None) -> Problem:
    two = " and ".join(group.name(id_) for id_ in partnership.between)
    see = (See("their first referral", Place(referral.file, ("date",))),) if referral else ()
    mend = f"talk about it, then write under balance: each partner's share, and agreed: {group.as_of} (the day of it)"
    place = Place(partnership.file, ("balance",), Part.KEY)
    return Problem(f"{two} have not agreed on who gives how much", place, mend, see)


def _agreed_late(group: Group, partnership: Partnership, agreed: date, referral: Referral) -> Problem:
    two = " and ".join(group.name(id_) for id_ in partnership.between)
    return Problem(
        f"{two} agreed on who gives how much on {agreed}, after their first referral of {referral.date}",
        Place(partnership.file, ("balance", "agreed")),
        "nothing can be mended here but a wrong day; talk about the balance first next time",
        (See("their first referral", Place(referral.file, ("date",))),),
    )


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
    partnerships = {pair(group, p): p for p in group.partnerships.values() if both_are_members(group, p)}
    referrals = _first_referrals(group, partnerships)
    for two, partnership in partnerships.items():
        agreed = partnership.balance.agreed if partnership.balance else None
        referral = referrals.get(two)
        if agreed is None:
            if referral or group.as_of - partnership.since > _TIME:
                yield _not_agreed(group, partnership, referral)
        elif referral and referral.date < agreed and group.is_recent(agreed):
            yield _agreed_late(group, partnership, agreed, referral)
