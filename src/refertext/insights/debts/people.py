"""Who owes what is owed: members of the day, those who look after somebody, and time that leave does not use up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from refertext.group import Group
from refertext.group.copies import copies
from refertext.measures.window import ONE_DAY
from refertext.records import Member
from refertext.records.member import Leave


def present(group: Group, id_: str | None) -> Member | None:
    """The member of that id or former id, if they are a member on the as-of day; a copied file is nobody."""
    member = group.member(id_)
    return member if member and member.was_member_on(group.as_of) and not is_copy(group, member) else None


def is_copy(group: Group, member: Member) -> bool:
    """Whether a member's file is a copy of another one's."""
    return member.id in group.once(_copied)


def _copied(group: Group) -> frozenset[str]:
    return frozenset(copy.id for _, copy in copies(group))


def all_present(group: Group, ids: Iterable[str | None]) -> tuple[Member, ...]:
    """Those of some ids who are members on the as-of day, each once, in the order of the ids."""
    found = (present(group, id_) for id_ in ids)
    return tuple({member.id: member for member in found if member}.values())


def who_looks_after(group: Group, newcomer: Member, others: Iterable[str | None] = ()) -> tuple[str, ...]:
    """Who looks after somebody who is new: who brought them, else the first of some others who is a member, else the
    coordinator; nobody where none of these is a member, or is another one.
    """
    ids = (newcomer.introduced_by, *others, group.settings.coordinator)
    return tuple([member.id for member in all_present(group, ids) if member is not newcomer][:1])


def in_time_until(people: Iterable[Member], since: date, time: timedelta) -> date:
    """The last day in time of something that any one of some people can do: so long after a day, their days of leave
    not counted; the day of whoever has the least time.
    """
    return min(_in_time_until(member.leave, since, time) for member in people)


def in_time_for_all(people: Iterable[Member], since: date, time: timedelta) -> date:
    """The last day in time of something that takes all of some people: so long after a day, days on which one of them
    is on leave not counted.
    """
    return _in_time_until([leave for member in people for leave in member.leave], since, time)


def _in_time_until(leaves: Iterable[Leave], since: date, time: timedelta) -> date:
    due, counted = since + time, since
    for leave in sorted(leaves, key=lambda leave: leave.from_):
        first = max(leave.from_, counted + ONE_DAY)
        if first <= min(due, leave.until):
            due += leave.until - first + ONE_DAY
            counted = leave.until
    return due
