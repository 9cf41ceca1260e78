"""Whom the record of a group meeting says nothing of: one definition for findings, commands and slips."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from refertext.group.copies import identity
from refertext.group.seats import seat_on
from refertext.problem import FlawKind
from refertext.records import Meeting, Member

if TYPE_CHECKING:
    from refertext.group.group import Group


def strangers(group: Group, meeting: Meeting) -> list[str]:
    """The ids in a meeting's attendance that are nobody's. While there are any, nobody can tell who the rest are."""
    return [id_ for id_ in meeting.attendance if not group.knows("members", id_)]


def without_a_word(group: Group, meeting: Meeting) -> list[Member]:
    """The members of that day of whom nothing is said; nobody while there are strangers.

    Who presented is not among them, nor whose file is misnamed or a copy, nor a colleague in a shared seat.
    """
    if strangers(group, meeting):
        return []
    named = {group.resolve("members", id_) for id_ in (*meeting.attendance, *meeting.presented)}
    missing = [
        member
        for id_, member in sorted(group.members.items())
        if id_ not in named
        and member.was_expected_on(meeting.date)
        and not any(group.resolve("members", colleague) in named for colleague in _colleagues(member, meeting.date))
    ]
    if not missing:
        return []
    people = {identity(member) for id_ in named if (member := group.members.get(id_))}
    misnamed = {flaw.place.file for flaw in group.flaws[FlawKind.ID_FORM]}
    return [member for member in missing if member.file not in misnamed and identity(member) not in people]


def _colleagues(member: Member, day: date) -> tuple[str, ...]:
    held = seat_on(member, day)
    return held[0].shared_with if held else ()
