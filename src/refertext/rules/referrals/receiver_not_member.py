"""receiver-not-member."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.non_members import Outsider
from refertext.problem import Problem, Severity
from refertext.rules.non_members import non_members
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def receiver_not_member(group: Group) -> Iterator[Problem]:
    """The receiver was no member on the day of the referral.

    Whoever receives a referral has promised to follow it up and to report back. Candidates and former
    members have not. Who took up a lead to everyone may have joined after it was given.

    Whom more than five places name so, of them it is told once, in their own file: its days are wrong. Where the name
    of a record's file says another day than the record, only that is told.

    ## Bad

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-dana-wolfe-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: dana-wolfe  # expect: receiver-not-member
    about: a factory that doubles its night shift
    ```

    ## Bad: taken by a candidate

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-everyone-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: everyone
    taken_by:
      - lee-ortiz
      - dana-wolfe  # expect: receiver-not-member
    about: a factory that doubles its night shift
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-04-kit-larsen-lee-ortiz-91ab.yml"
    kind: lead
    date: 2026-03-04
    from: kit-larsen
    to: lee-ortiz
    about: a factory that doubles its night shift
    ```
    """
    yield from non_members(group, ("receiver", "taker"), _told)


def _told(one: Outsider) -> Problem:
    what = f"received this on {one.day}" if one.role == "receiver" else f"took this lead of {one.day}"
    return Problem(
        f"{one.member.name} {what}, but {one.why}",
        one.place,
        f"hand it to a member, or correct the date here or the days in {one.member.file}",
    )
