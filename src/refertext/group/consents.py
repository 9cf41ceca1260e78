"""Consents to seats: which of those in two members' files counts between them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

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
    """The incumbent's latest consent to the newcomer's seat, running or not; those yet to come do not count."""
    given = [one for one in _consents(group, newcomer, incumbent.member) if one.consent.date <= group.as_of]
    return max(given, key=lambda one: (one.consent.until or date.max, one.consent.date), default=None)


def _consents(group: Group, tenure: Tenure, giver: Member) -> Iterator[GivenConsent]:
    """Somebody's consents to a seat. What stands under the present seat counts for a former one that is still held
    too: who moves a seat may leave its consents behind.
    """
    for path, seat in tenure.member.seats:
        if path in (tenure.path, ("seat",)):
            for number, consent in enumerate(seat.consents):
                if group.same_member(consent.by, giver.id):
                    yield GivenConsent(consent, giver, tenure.member, (*path, "consents", number))
