"""referral-without-consent."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.details import without_consent
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def referral_without_consent(group: Group) -> Iterator[Problem]:
    """A referral does not say that the prospect agreed to be contacted.

    A referral is more than a name: the prospect has said yes to a call from this very receiver. Without
    that yes the receiver makes a cold call, and it is the giver's good name that suffers. That a prospect
    may be kept in the group's files is another consent and does not count here.

    ## Bad

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-lee-ortiz-91ab.yml"
    kind: referral  # expect: referral-without-consent
    date: 2026-03-04
    from: kit-larsen
    to: lee-ortiz
    about: a bakery that opens a second shop
    ```

    ## Bad: raised later

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-lee-ortiz-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: lee-ortiz
    about: a bakery that opens a second shop
    history:
      - date: 2026-03-09
        kind: referral  # expect: referral-without-consent
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-lee-ortiz-91ab.yml"
    kind: referral
    date: 2026-03-04
    from: kit-larsen
    to: lee-ortiz
    about: a bakery that opens a second shop
    consent:
      date: 2026-03-03
      how: phone
    ```
    """
    for one in without_consent(group):
        referral = one.gift.record
        receiver = "whoever takes it" if referral.is_to_everyone else group.name(referral.to)
        yield Problem(
            f"This is called a referral, but nothing says that the prospect agreed to a call from {receiver}",
            one.place,
            "write consent: with date: and how:, or call it an introduction or a lead until the prospect agrees",
        )
