"""giver-not-member."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.non_members import Outsider
from refertext.problem import Problem, Severity
from refertext.rules.non_members import non_members
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def giver_not_member(group: Group) -> Iterator[Problem]:
    """The giver was no member on the day of the referral.

    Members give to each other; what candidates, former members and friends give is welcome too, but it is
    written with the word outside. Otherwise it would count for somebody who has no numbers in the group.

    Whom more than five places name so, of them it is told once, in their own file: its days are wrong. Where the name
    of a record's file says another day than the record, only that is told.

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
    yield from non_members(group, ("giver",), _told)


def _told(one: Outsider) -> Problem:
    name = one.member.name
    return Problem(
        f"{name} gave this on {one.day}, but {one.why}",
        one.place,
        f'write from: "outside: {name}", or correct the date here or the days in {one.member.file}',
    )
