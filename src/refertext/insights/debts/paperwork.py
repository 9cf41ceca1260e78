"""paperwork: signatures, also those older than a change, and managers who are to know of the group."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from refertext.group import Group
from refertext.group.force import agreements_in_force
from refertext.group.memberships import present_since
from refertext.insights.debts.owed import Effort, Owed, owed_in
from refertext.insights.debts.people import in_time_until
from refertext.insights.debts.ready import command, to_set
from refertext.problem import Part, Place
from refertext.records import Agreement, Member

TIME_TO_SIGN = timedelta(days=14)
"""How long after joining, or after its adoption, an agreement is signed in time."""
TIME_TO_TELL = timedelta(days=30)
"""How long after joining a manager is told in time."""


class Unsigned(NamedTuple):
    """An agreement that a member has not signed."""

    owed: Owed
    member: Member
    agreement: Agreement


class Outdated(NamedTuple):
    """An agreement that a member signed before it was changed; `key` is its id as they wrote it."""

    owed: Owed
    member: Member
    agreement: Agreement
    key: str


class Untold(NamedTuple):
    """A member whose manager has not been told of the group, and the day of joining."""

    owed: Owed
    member: Member
    joined: date


def signatures(group: Group) -> Iterator[Unsigned]:
    """The agreements in force that members have not signed. Members on leave sign when they are back; of somebody
    who signed what nobody knows it cannot be told.
    """
    agreements = agreements_in_force(group)
    for member in group.present_members:
        joined = present_since(member, group.as_of)
        signed = _signed(group, member)
        if joined is None or signed is None or member.was_on_leave_on(group.as_of):
            continue
        for agreement in agreements:
            if agreement.id not in signed:
                since = max(joined, agreement.adopted)
                yield Unsigned(_signature(group, member, agreement, since), member, agreement)


def outdated(group: Group) -> Iterator[Outdated]:
    """The signatures that are older than a change: nobody is bound by the new words who has not said yes to them."""
    agreements = {agreement.id: agreement for agreement in agreements_in_force(group)}
    for member in group.present_members:
        if member.was_on_leave_on(group.as_of):
            continue
        for key, signed in member.signed.items():
            agreement = agreements.get(group.resolve("agreements", key))
            changed = agreement.changed if agreement else None
            if agreement and changed and agreement.adopted <= signed < changed <= group.as_of:
                yield Outdated(_change(group, member, agreement, changed, key), member, agreement, key)


def managers(group: Group) -> Iterator[Untold]:
    """The members whose managers have not been told of the group."""
    for member in group.present_members:
        joined = present_since(member, group.as_of)
        is_told = member.manager is not None and (member.manager.none or member.manager.informed)
        if joined and not is_told:
            yield Untold(_talk(group, member, joined), member, joined)


def paperwork(group: Group) -> tuple[Owed, ...]:
    """The signatures and the talks with managers that are owed."""
    return owed_in(signatures(group), outdated(group), managers(group))


def _signed(group: Group, member: Member) -> set[str] | None:
    """The agreements a member has signed; None if it cannot be told, because an id leads nowhere."""
    if not all(group.knows("agreements", id_) for id_ in member.signed):
        return None
    return {group.resolve("agreements", id_) for id_ in member.signed}


def _signature(group: Group, member: Member, agreement: Agreement, since: date) -> Owed:
    return Owed(
        topic="paperwork",
        by=(member.id,),
        to=(),
        since=since,
        due=in_time_until([member], since, TIME_TO_SIGN),
        do=f"Read “{agreement.title}”, and sign it",
        write=f"under signed: {agreement.id}: {group.as_of} (the day of the yes)",
        place=Place(member.file, ("signed",), Part.KEY),
        effort=Effort.LINE,
        rule="unsigned",
        also=(agreement.file,),
        command=command("sign", agreement.id, "--as", member.id),
    )


def _change(group: Group, member: Member, agreement: Agreement, changed: date, key: str) -> Owed:
    return Owed(
        topic="paperwork",
        by=(member.id,),
        to=(),
        since=changed,
        due=changed,
        do=f"Read what was changed in “{agreement.title}” on {changed}, and sign it again",
        write=f"under signed: {key}: {group.as_of} (the day of the yes)",
        place=Place(member.file, ("signed", key)),
        effort=Effort.LINE,
        rule="signature-older-than-change",
        also=(agreement.file,),
        command=command("sign", agreement.id, "--as", member.id),
    )


def _talk(group: Group, member: Member, joined: date) -> Owed:
    informed = f"informed: {group.as_of}"
    line = f"manager: {{{informed}}}, in place of what stands there" if member.manager else f"under manager: {informed}"
    return Owed(
        topic="paperwork",
        by=(member.id,),
        to=(),
        since=joined,
        due=joined + TIME_TO_TELL,
        do="Tell your manager of the group",
        write=f"{line} (the day of the talk), or manager: none for an owner",
        place=Place(member.file, ("manager",), Part.KEY),
        effort=Effort.TALK,
        rule="manager-not-informed",
        command=to_set(member.file, ("manager", "informed"), group.as_of),
    )
