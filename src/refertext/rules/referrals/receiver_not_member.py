"""receiver-not-member."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.group.non_members import why_no_member
from refertext.problem import Place, Problem, Severity
from refertext.records import Member
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def receiver_not_member(group: Group) -> Iterator[Problem]:
    """The receiver was no member on the day of the referral.

    Whoever receives a referral has promised to follow it up and to report back. Candidates and former
    members have not. Who took up a lead to everyone may have joined after it was given.

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
    for referral in group.given_referrals:
        day = referral.date
        receiver = group.member(referral.to)
        if receiver and not receiver.was_member_on(day):
            said = f"{receiver.name} received this on {day}"
            yield from _problems(said, receiver, day, Place(referral.file, ("to",)))
        for number, id_ in enumerate(referral.taken_by):
            taker = group.member(id_)
            if taker and not taker.was_member_on(day) and not _joined_since(taker, day, group.present):
                said = f"{taker.name} took this lead of {day}"
                yield from _problems(said, taker, day, Place(referral.file, ("taken_by", number)))


def _joined_since(member: Member, day: date, present: date) -> bool:
    """Whether somebody joined after a lead was given; nothing says on which day they took it."""
    return member.joined is not None and day < member.joined <= present


def _problems(said: str, receiver: Member, day: date, place: Place) -> Iterator[Problem]:
    if why := why_no_member(receiver, day):
        mend = f"hand it to a member, or correct the date here or the days in {receiver.file}"
        yield Problem(f"{said}, but {why}", place, mend)
