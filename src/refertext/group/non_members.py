"""Who is named as a member on a day on which they were none, where, and why they were none, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from refertext.group.ids import is_misdated
from refertext.group.meeting_days import held_meetings
from refertext.group.memberships import times
from refertext.problem import Part, Path, Place
from refertext.records import Meeting, Member, Referral
from refertext.records.meeting import MeetingKind

if TYPE_CHECKING:
    from refertext.group.group import Group

MOST_PLACES = 5
"""Whom more places than this name on such days, the days in their own file are wrong."""

Role = Literal["attendance", "giver", "receiver", "taker"] | MeetingKind
"""As what somebody is named: under attendance, in a referral, or as one of two who met."""


class Outsider(NamedTuple):
    """A place where a member is named on a day on which they were none."""

    role: Role
    member: Member
    day: date
    place: Place
    why: str


def why_no_member(member: Member, day: date) -> str | None:
    """Why somebody was no member on a day: `left on 2025-06-30`, to be read after the name.

    None where they were one, and where a time in the group ends before it begins, so that nobody can tell.
    """
    if member.was_member_on(day):
        return None
    spans = times(member)
    if any(time.is_backwards for time in spans):
        return None
    starts = [time.joined for time in spans if time.joined > day]
    ends = [time.left for time in spans if time.left < day]
    if starts and ends:
        return f"left on {max(ends)} and came back only on {min(starts)}"
    if ends:
        return f"left on {max(ends)}"
    return f"joined only on {min(starts)}" if starts else "has not joined yet"


def outsiders(group: Group) -> Mapping[str, Sequence[Outsider]]:
    """The places where somebody is named as a member on a day on which they were none, by member, in order of day.

    Whose file's name says another day than the record is not among them: one of the two days is wrong.
    """
    return group.once(_outsiders)


def _outsiders(group: Group) -> dict[str, list[Outsider]]:
    found: dict[str, list[Outsider]] = {}
    for outsider in (*_of_group_meetings(group), *_of_talks(group), *_of_referrals(group)):
        found.setdefault(outsider.member.id, []).append(outsider)
    for places in found.values():
        places.sort(key=lambda outsider: outsider.day)
    return found


def _of_group_meetings(group: Group) -> Iterator[Outsider]:
    for meeting in held_meetings(group):
        for id_ in meeting.attendance:
            yield from _outsider(group, "attendance", meeting, id_, ("attendance", id_))


def _of_talks(group: Group) -> Iterator[Outsider]:
    """Of one-to-ones and reviews: who had left, since with candidates they are welcome."""
    for meeting in group.meetings.values():
        if not meeting.is_talk or meeting.date > group.as_of:
            continue
        for number, id_ in enumerate(meeting.between):
            member = group.member(id_)
            if member and member.last_day and member.last_day < meeting.date:
                yield from _outsider(group, meeting.kind, meeting, id_, ("between", number))


def _of_referrals(group: Group) -> Iterator[Outsider]:
    for referral in group.given_referrals:
        day = referral.date
        giver, receiver = group.member(referral.from_), group.member(referral.to)
        if giver and not giver.was_member_on(day):
            yield from _outsider(group, "giver", referral, referral.from_, ("from",))
        if receiver and not receiver.was_member_on(day):
            yield from _outsider(group, "receiver", referral, referral.to, ("to",))
        for number, id_ in enumerate(referral.taken_by):
            taker = group.member(id_)
            if taker and not _joined_since(taker, day, group.present):
                yield from _outsider(group, "taker", referral, id_, ("taken_by", number))


def _joined_since(member: Member, day: date, present: date) -> bool:
    """Whether somebody joined after a lead was given; nothing says on which day they took it."""
    return member.joined is not None and day < member.joined <= present


def _outsider(group: Group, role: Role, record: Meeting | Referral, id_: str, path: Path) -> Iterator[Outsider]:
    member = group.member(id_)
    why = why_no_member(member, record.date) if member else None
    if member and why and not is_misdated(record.id, record.date):
        part = Part.KEY if role == "attendance" else Part.VALUE
        yield Outsider(role, member, record.date, Place(record.file, path, part), why)
