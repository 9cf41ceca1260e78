"""giver-not-member."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.non_members import why_no_member
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def giver_not_member(group: Group) -> Iterator[Problem]:
    """The giver was no member on the day of the referral.

    Members give to each other; what candidates, former members and friends give is welcome too, but it is
    written with the word outside. Otherwise it would count for somebody who has no numbers in the group.

    ## Bad

    ```yaml title="referrals/2026/2026-03-04-dana-wolfe-brian-cho-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: dana-wolfe  # expect: giver-not-member
    to: brian-cho
    about: a factory that doubles its night shift
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-outside-brian-cho-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: "outside: Dana Wolfe"
    to: brian-cho
    about: a factory that doubles its night shift
    ```
    """
    for referral in group.given_referrals:
        giver, day = group.member(referral.from_), referral.date
        if not giver or giver.was_member_on(day):
            continue
        if why := why_no_member(giver, day):
            yield Problem(
                f"{giver.name} gave this on {day}, but {why}",
                Place(referral.file, ("from",)),
                f'write from: "outside: {giver.name}", or correct the date here or the days in {giver.file}',
            )
