"""to-oneself."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.ERROR)
def to_oneself(group: Group) -> Iterator[Problem]:
    """Somebody gave a referral to themselves.

    A referral goes from one member to another. This is mostly a mistake: the wrong name was picked from a
    list, or the giver took up a lead of their own.

    ## Bad

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-kit-larsen-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: kit-larsen  # expect: to-oneself
    about: a bakery that opens a second shop
    ```

    ## Bad: the giver took it

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-everyone-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: everyone
    taken_by: [lee-ortiz, kit-larsen]  # expect: to-oneself
    about: a bakery that opens a second shop
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-lee-ortiz-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: lee-ortiz
    about: a bakery that opens a second shop
    ```
    """
    former = group.former["members"]
    for referral in group.given_referrals:
        giver = former.get(referral.from_, referral.from_)
        if former.get(referral.to, referral.to) == giver and group.knows("members", giver):
            yield Problem(
                f"{group.name(giver)} is both giver and receiver",
                Place(referral.file, ("to",)),
                "write after to: the id of whom it was meant for, or correct from:",
            )
        for number, taker in enumerate(referral.taken_by):
            if former.get(taker, taker) == giver and group.knows("members", giver):
                yield Problem(
                    f"{group.name(giver)} gave this lead and is named as having taken it",
                    Place(referral.file, ("taken_by", number)),
                    "name the member who took it, or remove this entry",
                )
