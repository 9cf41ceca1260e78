"""consent-by-wrong-person."""

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.group.memberships import held_since
from refertext.group.seats import Touch, seat_since
from refertext.problem import Place, Problem, Severity
from refertext.records.member import Consent, FormerSeat, Member, Seat
from refertext.rules.rule import rule


def _why_not(giver: Member, member: Member, since: date | None, consent: Consent) -> str:
    """Why somebody cannot agree to the seat that a member holds since a day; empty where they can."""
    if giver is member:
        return "who cannot agree to their own seat"
    if not giver.was_member_on(consent.date):
        return f"who was no member on {consent.date}"
    theirs = held_since(giver, consent.date)
    if since and theirs > since:
        return f"who took their seat later, on {theirs}"
    return ""


def _since(member: Member, seat: Seat | FormerSeat, group: Group) -> date | None:
    """Since when a member holds one of their seats; None where they have not joined."""
    if member.joined is None:
        return None
    return seat_since(member, group.as_of) if isinstance(seat, Seat) else held_since(member, seat.until)


def _mend(group: Group, member: Member, since: date | None, consent: Consent) -> str:
    """Who could have agreed, where only one neighbour can and has not yet."""
    neighbours = {
        rivalry.incumbent.member.id: rivalry.incumbent.member
        for rivalry in group.rivalries
        if rivalry.newcomer.member is member and rivalry.touch is not Touch.SAME and not rivalry.consent
    }
    able = [one for one in neighbours.values() if not _why_not(one, member, since, consent)]
    if len(able) == 1:
        return f"write {able[0].id} if it was {able[0].name} who agreed, or remove the entry"
    return "write who held the neighbouring seat first, or remove the entry"


@rule(Severity.ERROR)
def consent_by_wrong_person(group: Group) -> Iterator[Problem]:
    """A consent is given by somebody who cannot give it.

    Only the one who was there first can agree to a seat beside theirs: a member on that day, somebody
    else than the newcomer, and not one who took their seat later.

    ## Bad

    ```yaml title="members/kit-larsen.md"
    seat:
      category: people/staffing
      services: [contract staffing, direct hire]
      clients: [employers]
      territory: [Boise, Nampa]
      consents:
        - by: lee-ortiz  # expect: consent-by-wrong-person
          date: 2025-03-08
    ```

    ## Good

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/payroll
      services: [payroll]
      clients: [employers]
      territory: [Boise]
      consents:
        - by: kit-larsen
          date: 2025-03-01
    ```
    """
    for member in group.members.values():
        for path, seat in member.seats:
            since = _since(member, seat, group)
            for number, consent in enumerate(seat.consents):
                giver = group.member(consent.by)
                reason = _why_not(giver, member, since, consent) if giver else ""
                if reason:
                    yield Problem(
                        f"The consent to {member.name}'s seat is by {group.name(consent.by)}, {reason}",
                        Place(member.file, (*path, "consents", number, "by")),
                        _mend(group, member, since, consent),
                    )
