"""Borders between seats: who may speak for one, and what was decided about it before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from refertext.group.seats import Rivalry, Touch
from refertext.problem import Place, See
from refertext.records.member import Consent, Member
from refertext.records.settings import SeatNotice

if TYPE_CHECKING:
    from refertext.group.group import Group


Border = frozenset[str] | str
"""The categories of two seats, or of one."""
MOST_PRECEDENTS = 3
"""How many earlier decisions are shown beside a finding."""


class Standing(Enum):
    """How a rivalry stands, given consents and opened seats."""

    OPEN = "nobody has agreed to it"
    AGREED = "the incumbent has agreed to it"
    LAPSED = "the incumbent's consent has ended"
    CONTESTED = "the incumbent's seat has been opened"


def standing(group: Group, rivalry: Rivalry) -> Standing:
    """How a rivalry stands on the as-of day. Nobody can agree to the same seat. Of a consent that ends before it was
    given nobody can tell whether it has ended; only that is told, until it is mended.
    """
    consent = rivalry.consent if rivalry.touch is not Touch.SAME else None
    if consent and (consent.until is None or consent.until >= group.as_of or consent.until < consent.date):
        return Standing.AGREED
    if opened(group, rivalry) is not None:
        return Standing.CONTESTED
    return Standing.LAPSED if consent else Standing.OPEN


def opened(group: Group, rivalry: Rivalry) -> SeatNotice | None:
    """The notice in the settings that opens the incumbent's seat."""
    for notice in group.seat_notices:
        if (
            notice.status == "opened"
            and group.same_member(notice.holder, rivalry.incumbent.member.id)
            and notice.category == rivalry.incumbent.seat.category
        ):
            return notice
    return None


RULES_ABOUT_SEATS = frozenset(
    {
        "same-seat",
        "adjacent-seat",
        "seat-over-branch",
        "neighbouring-seat",
        "candidate-conflict",
        "competing-substitute",
        "opened-seat",
        "reserved-seat",
    }
)
"""The rules by whose waivers a group decides about borders between seats."""


class Decision(NamedTuple):
    """Something decided earlier about seats of these categories: a consent between two, or a waiver for one.

    `said` tells it in words; `about` is the scope of a consent, or the rule of a waiver; `day` is that of a consent,
    None for a waiver; `until` its last day, if it has one.
    """

    members: frozenset[str]
    said: str
    about: str | None
    place: Place
    day: date | None
    until: date | None

    @property
    def see(self) -> See:
        """The decision, as it is shown beside a finding."""
        return See(f"an earlier decision on this border: {self.said}", self.place)


def decisions(group: Group) -> dict[Border, list[Decision]]:
    """Decisions about seats up to the as-of day, the latest first: consents by two categories, waivers by one."""
    found: dict[Border, list[Decision]] = {}
    for member in group.members.values():
        for path, seat in member.seats:
            for number, consent in enumerate(seat.consents):
                giver = group.member(consent.by)
                if giver and giver.seat and giver is not member and consent.date <= group.as_of:
                    place = Place(member.file, (*path, "consents", number, "date"))
                    decision = _consented(member, giver, consent, place)
                    found.setdefault(frozenset({seat.category, giver.seat.category}), []).append(decision)
    by_file = {member.file: member for member in group.members.values()}
    for waiver in group.settings.waivers:
        subject = by_file.get(waiver.file)
        if subject and subject.seat and waiver.rule in RULES_ABOUT_SEATS:
            place = Place(group.settings.file, (*waiver.path, "why"))
            decision = Decision(frozenset({subject.id}), waiver.why, waiver.rule, place, None, waiver.until)
            found.setdefault(subject.seat.category, []).append(decision)
    return {border: sorted(decided, key=latest_first) for border, decided in found.items()}


def latest_first(decision: Decision) -> tuple[int, int, str]:
    """The order in which decisions are shown; waivers, whose first day is not written, come after the consents."""
    day, until = decision.day or date.min, decision.until or date.max
    return -day.toordinal(), -until.toordinal(), decision.said


def _consented(member: Member, giver: Member, consent: Consent, place: Place) -> Decision:
    said = f"{giver.name} agreed to {member.name}'s seat on {consent.date}"
    return Decision(frozenset({member.id, giver.id}), said, consent.scope, place, consent.date, consent.until)


def precedents(group: Group, rivalry: Rivalry) -> Iterator[See]:
    """Earlier decisions on the border between the two categories, about others; the latest few of them."""
    one, other = rivalry.newcomer.seat.category, rivalry.incumbent.seat.category
    pair = frozenset({rivalry.newcomer.member.id, rivalry.incumbent.member.id})
    keys: dict[Border, None] = dict.fromkeys((frozenset({one, other}), one, other))
    known = merge(*(group.border_decisions.get(key, ()) for key in keys), key=latest_first)
    yield from islice((decision.see for decision in known if decision.members != pair), MOST_PRECEDENTS)
