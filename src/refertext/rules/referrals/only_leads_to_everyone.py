"""only-leads-to-everyone."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def only_leads_to_everyone(group: Group) -> Iterator[Problem]:
    """Something more than a lead was given to everyone.

    A lead may be called out to the whole group: who can use it takes it. An introduction or a referral
    has one receiver, because the prospect expects one certain call and not ten.

    ## Bad

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-everyone-91ab.yml"
    kind: introduction
    date: 2026-03-04
    from: kit-larsen
    to: everyone  # expect: only-leads-to-everyone
    about: a bakery that opens a second shop
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-everyone-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: everyone
    about: a bakery that opens a second shop
    ```
    """
    for referral in group.given_referrals:
        if referral.kind != "lead" and referral.is_to_everyone:
            yield Problem(
                f"This {referral.kind} was given to everyone, but only leads can be",
                Place(referral.file, ("to",)),
                "write kind: lead, or after to: the id of the one receiver",
            )
