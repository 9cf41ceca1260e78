"""candidates: a word to those on their way into the group."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from refertext.group import Group
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.people import is_copy, who_looks_after
from refertext.insights.debts.ready import TEXT, in_braces, to_add
from refertext.problem import Path, Place
from refertext.records import Member

TIME = timedelta(days=60)
"""How long after a conversation with a candidate the next one is in time."""


class Courted(NamedTuple):
    """A candidate, the day of the last conversation, or of a seat's reservation, and who is to talk to them."""

    owed: Owed
    candidate: Member


def courted(group: Group) -> tuple[Courted, ...]:
    """The candidates to keep in touch with, in order of id.

    Who has a day of joining is no longer courted, and who has a `left` wants no more of it. Where no conversation is
    recorded the day counts from which a seat is reserved for them; without one nobody knows what to count from.
    """
    reserved = _reservations(group)
    return tuple(
        one
        for _, member in sorted(group.members.items())
        if member.joined is None and member.left is None and member.is_candidate_on(group.as_of)
        if not is_copy(group, member)
        if (one := _one(group, member, reserved.get(member.id)))
    )


def candidates(group: Group) -> tuple[Owed, ...]:
    """The conversations with candidates that are owed."""
    return tuple(one.owed for one in courted(group))


def who_courts(group: Group, candidate: Member) -> tuple[str, ...]:
    """Who keeps in touch with a candidate: whoever brought them, else who talked to them last, else the coordinator;
    nobody where none of these is a member. `due`, `check` and `fit` all name this one.
    """
    return who_looks_after(group, candidate, (by for _, _, by in _talks(group, candidate)))


def _talks(group: Group, candidate: Member) -> list[tuple[date, int, str | None]]:
    """The conversations up to the as-of day, the latest first: the day, the position in the file, and by whom."""
    path = enumerate(candidate.path)
    talks = [(entry.date, number, entry.by) for number, entry in path if entry.date <= group.as_of]
    return sorted(talks, key=lambda talk: talk[:2], reverse=True)


def _one(group: Group, member: Member, reserved: date | None) -> Courted | None:
    talks = _talks(group, member)
    since = talks[0][0] if talks else reserved
    if since is None:
        return None
    path: Path = ("path", talks[0][1], "date") if talks else ("name",)
    by = who_courts(group, member)
    talk = in_braces({"date": group.as_of, "how": "conversation", "by": by[0] if by else "MEMBER", "outcome": TEXT})
    owed = Owed(
        topic="candidates",
        by=by,
        to=(member.id,),
        since=since,
        due=since + TIME,
        do=f"Talk to {member.name} of {member.business} about joining",
        write=f"under path: - {talk} (with the day of it, and what came of it)",
        place=Place(member.file, path),
        effort=Effort.CALL,
        rule="candidate-forgotten",
        command=to_add(member.file, ("path",), talk),
    )
    return Courted(owed, member)


def _reservations(group: Group) -> dict[str, date]:
    """The latest day from which a seat is reserved for somebody."""
    found: dict[str, date] = {}
    for notice in group.seat_notices:
        if notice.status == "reserved" and notice.for_ and notice.since:
            id_ = group.resolve("members", notice.for_)
            found[id_] = max(notice.since, found.get(id_, notice.since))
    return found
