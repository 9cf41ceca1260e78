"""Borders between seats: who may speak for one, and what was decided about it before."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING

from refertext.group.seats import Rivalry, Touch
from refertext.problem import Place, See

if TYPE_CHECKING:
    from refertext.group.group import Group


class Standing(Enum):
    """How a rivalry stands, given consents and opened seats."""

    OPEN = "nobody has agreed to it"
    AGREED = "the incumbent has agreed to it"
    LAPSED = "the incumbent's consent has ended"
    CONTESTED = "the incumbent's seat has been opened"


def standing(group: Group, rivalry: Rivalry) -> Standing:
    """How a rivalry stands on the as-of day. Nobody can agree to the same seat."""
    consent = rivalry.consent if rivalry.touch is not Touch.SAME else None
    if consent and (consent.until is None or consent.until >= group.as_of):
        return Standing.AGREED
    if opened(group, rivalry) is not None:
        return Standing.CONTESTED
    return Standing.LAPSED if consent else Standing.OPEN


def opened(group: Group, rivalry: Rivalry) -> int | None:
    """The position, in the settings' seats, of the notice that opens the incumbent's seat."""
    for number, notice in enumerate(group.settings.seats):
        if (
            notice.status == "opened"
            and group.same_member(notice.holder, rivalry.incumbent.member.id)
            and notice.category == rivalry.incumbent.seat.category
            and (notice.since is None or notice.since <= group.as_of)
        ):
            return number
    return None


def precedents(group: Group, rivalry: Rivalry) -> Iterator[See]:
    """Earlier decisions on the border between the two categories: consents and waivers of others."""
    border = {rivalry.newcomer.seat.category, rivalry.incumbent.seat.category}
    pair = {rivalry.newcomer.member.id, rivalry.incumbent.member.id}
    for member in group.members.values():
        for number, consent in enumerate(member.seat.consents if member.seat else ()):
            giver = group.member(consent.by)
            if not giver or not giver.seat or not member.seat or giver is member or {member.id, giver.id} == pair:
                continue
            if {member.seat.category, giver.seat.category} == border:
                said = (
                    f"an earlier decision on this border: {giver.name} agreed to {member.name}'s seat on {consent.date}"
                )
                yield See(said, Place(member.file, ("seat", "consents", number, "date")))
    for number, waiver in enumerate(group.settings.waivers):
        subject = next((member for member in group.members.values() if member.file == waiver.file), None)
        if subject and subject.seat and subject.seat.category in border and waiver.rule.endswith("-seat"):
            said = f"an earlier decision on this border: {waiver.why}"
            yield See(said, Place(group.settings.file, ("waivers", number, "why")))
