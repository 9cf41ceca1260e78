"""taker-not-named."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.referral_life import receivers
from refertext.problem import Place, Problem, Severity
from refertext.records import Referral
from refertext.records.referral import Entry
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def taker_not_named(group: Group) -> Iterator[Problem]:
    """Somebody took up a lead to everyone, and does not stand under taken_by.

    A lead to everyone is in the hands of those whom `taken_by` names. Under `history` alone, what somebody did with it
    counts for nobody, and nobody is asked for news.

    ## Bad

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-everyone-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: everyone
    about: a bakery that opens a second shop
    history:
      - date: 2026-03-05
        status: accepted
        by: lee-ortiz  # expect: taker-not-named
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-everyone-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: everyone
    taken_by: [lee-ortiz]
    about: a bakery that opens a second shop
    history:
      - date: 2026-03-05
        status: accepted
        by: lee-ortiz
    ```
    """
    for referral in group.given_referrals:
        if referral.is_to_everyone and referral.history:
            yield from _problems(group, referral)


def _problems(group: Group, referral: Referral) -> Iterator[Problem]:
    takers = list(receivers(group, referral))
    giver = group.resolve("members", referral.from_)
    for number, entry in referral.entries:
        member = group.member(entry.by) if _is_taking_up(referral, entry) else None
        if member and member.id != giver and member.id not in takers:
            takers.append(member.id)
            yield Problem(
                f"{member.name} took up this lead to everyone, but does not stand under taken_by",
                Place(referral.file, ("history", number, "by")),
                f"write taken_by: [{', '.join(takers)}]",
            )


def _is_taking_up(referral: Referral, entry: Entry) -> bool:
    """Whether an entry says that whoever wrote it has the lead; where others took it, they may be helped."""
    return entry.status == "accepted" or (entry.status is not None and not referral.taken_by)
