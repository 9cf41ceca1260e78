"""do-not-contact."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.details import unwished
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def do_not_contact(group: Group) -> Iterator[Problem]:
    """Somebody may be about to call a prospect who does not want to be called.

    A prospect who said no is left in peace, whoever in the group had a good idea meanwhile. Referrals
    that are still open must be closed, so that nobody calls by mistake; closed ones are history.

    ## Bad

    ```yaml title="prospects/haulier-nampa.yml"
    do_not_contact: yes
    ```

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    prospect: haulier-nampa  # expect: do-not-contact
    ```

    ## Good

    ```yaml title="prospects/haulier-nampa.yml"
    do_not_contact: yes
    ```

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-06
        status: not-a-fit
        note: they wish not to be called
    ```
    """
    for one in unwished(group):
        referral = one.gift.record
        yield Problem(
            f"“{one.prospect.alias}” does not want to be contacted, but this {referral.kind} is still open",
            Place(referral.file, ("prospect",)),
            f"call nobody, tell the giver, and add to history: {one.entry}",
            (See("said here", Place(one.prospect.file, ("do_not_contact",))),),
        )
