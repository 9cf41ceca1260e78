"""do-not-contact."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.referral_life import is_open, lives
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Referral
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
    for referral in group.given_referrals:
        prospect = group.prospect(referral.prospect)
        if prospect and prospect.do_not_contact == "yes" and is_open(group, referral, group.as_of):
            yield Problem(
                f"“{prospect.alias}” does not want to be contacted, but this {referral.kind} is still open",
                Place(referral.file, ("prospect",)),
                f"call nobody, tell the giver, and add to history: {_closing_entry(group, referral)}",
                (See("said here", Place(prospect.file, ("do_not_contact",))),),
            )


def _closing_entry(group: Group, referral: Referral) -> str:
    """The entry that closes it; where several took it up, one for each of them in whose hands it is open."""
    found = lives(group, referral)
    if len(found) == 1:
        return "an entry with status: not-a-fit"
    still = [life.receiver for life in found if life.receiver and life.is_open_on(group.as_of)]
    return f"an entry with status: not-a-fit and by: {', another with by: '.join(still)}"
