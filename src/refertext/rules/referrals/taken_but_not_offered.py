"""taken-but-not-offered."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Part, Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def taken_but_not_offered(group: Group) -> Iterator[Problem]:
    """Somebody took up what was not offered to everyone.

    Only a lead to everyone can be taken. What has a receiver is the receiver's: passing it on is a matter
    between the two, and a referral of its own.

    ## Bad

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-brian-cho-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: brian-cho
    taken_by: [lee-ortiz]  # expect: taken-but-not-offered
    about: a bakery that opens a second shop
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-everyone-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: everyone
    taken_by: [lee-ortiz]
    about: a bakery that opens a second shop
    ```
    """
    for referral in group.given_referrals:
        if referral.taken_by and not referral.is_to_everyone:
            yield Problem(
                f"This was taken up, but it was given to {group.name(referral.to)} and not to everyone",
                Place(referral.file, ("taken_by",), Part.KEY),
                "remove taken_by:, or write to: everyone if it was a lead for the whole group",
            )
