"""spin-off-without-parent."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def spin_off_without_parent(group: Group) -> Iterator[Problem]:
    """A spin-off names no parent, or something else does.

    A spin-off is business that came out of an earlier referral: the client of a client. Only with the
    parent's id do people see how far one good introduction has reached.

    ## Bad

    ```yaml title="referrals/2026/2026-03-09-kit-larsen-brian-cho-91ab.yml"
    kind: lead
    date: 2026-03-09
    from: kit-larsen
    to: brian-cho
    about: the haulier's sister company
    tier: spin-off  # expect: spin-off-without-parent
    ```

    ## Bad: a parent, but no spin-off

    ```yaml title="referrals/2026/2026-03-09-kit-larsen-brian-cho-91ab.yml"
    kind: lead
    date: 2026-03-09
    from: kit-larsen
    to: brian-cho
    about: the haulier's sister company
    tier: outside
    parent: 2026-03-02-kit-larsen-brian-cho-7f3a  # expect: spin-off-without-parent
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-09-kit-larsen-brian-cho-91ab.yml"
    kind: lead
    date: 2026-03-09
    from: kit-larsen
    to: brian-cho
    about: the haulier's sister company
    tier: spin-off
    parent: 2026-03-02-kit-larsen-brian-cho-7f3a
    ```
    """
    for referral in group.given_referrals:
        if referral.tier == "spin-off" and not referral.parent:
            yield Problem(
                "This is a spin-off, but the referral it came from is not named",
                Place(referral.file, ("tier",)),
                "write parent: and the id of that referral, or tier: outside if it came from nowhere else",
            )
        elif referral.parent and referral.tier != "spin-off":
            tier = f"its tier is “{referral.tier}”" if referral.tier else "it has no tier"
            yield Problem(
                f"This names a parent, as spin-offs do, but {tier}",
                Place(referral.file, ("parent",)),
                "write tier: spin-off, or remove parent:",
            )
