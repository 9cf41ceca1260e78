"""Consents to seats: which of those in two members' files counts between them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from refertext.group.memberships import held_since
from refertext.problem import Path, Place
from refertext.records.member import Consent, Member

if TYPE_CHECKING:
    from refertext.group.group import Group
    from refertext.group.seats import Tenure


class GivenConsent(NamedTuple):
    """A member's consent to another one's seat, and where it is written."""

    consent: Consent
    by: Member
    to: Member
    path: Path

    @property
    def place(self) -> Place:
        """Where it is written, in the file of the one whose seat it is."""
        return Place(self.to.file, self.path)


def consent_between(group: Group, newcomer: Tenure, incumbent: Tenure) -> GivenConsent | None:
    """The latest consent between two, running or not; those yet to come do not count.

    It is the incumbent's to the newcomer's seat; or the newcomer's to the incumbent's, from when it was theirs to give:
    they came on one day, or only became the newcomer by a change of business.
    """
    given = [*_consents(group, newcomer, incumbent.member)]
    given += (one for one in _consents(group, incumbent, newcomer.member) if _was_first(one, incumbent))
    known = [one for one in given if one.consent.date <= group.as_of]
    return max(known, key=lambda one: (one.consent.until or date.max, one.consent.date), default=None)


def _was_first(given: GivenConsent, tenure: Tenure) -> bool:
    """Whether a seat's neighbour had their own by the day on which it was taken, when they agreed to it."""
    day = given.consent.date
    return given.by.was_member_on(day) and held_since(given.by, day) <= tenure.since


def _consents(group: Group, tenure: Tenure, giver: Member) -> Iterator[GivenConsent]:
    """Somebody's consents to a seat. What stands under the present seat counts for a former one that is still held
    too: who moves a seat may leave its consents behind.
    """
    for path, seat in tenure.member.seats:
        if path in (tenure.path, ("seat",)):
            for number, consent in enumerate(seat.consents):
                if group.same_member(consent.by, giver.id):
                    yield GivenConsent(consent, giver, tenure.member, (*path, "consents", number))
