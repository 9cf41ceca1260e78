"""newcomers: a talk with those who drift away in their first 90 days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from refertext.group import Group
from refertext.group.unreadable import lacks_members, may_be_missing
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.people import present, who_looks_after
from refertext.insights.debts.ready import talk_recorded, talk_written
from refertext.measures import facts
from refertext.measures.events import Arrival
from refertext.measures.membership.newcomers import (
    DRIFTING_ABSENCES,
    FOUR_WEEKS,
    absences,
    drifts,
    silent_since,
)
from refertext.measures.membership.newcomers import (
    newcomers as all_newcomers,
)
from refertext.problem import Place
from refertext.records import Member

TIME = timedelta(days=7)
"""How long after somebody began to drift away a talk with them is in time."""


class Drifting(NamedTuple):
    """A newcomer who drifts away, and by which signs: the days of two absences or more, no contribution since a day."""

    newcomer: Arrival
    absences: tuple[date, ...]
    silent_since: date | None

    @property
    def since(self) -> date:
        """The day from which it could be seen."""
        signs = self.absences[DRIFTING_ABSENCES - 1 : DRIFTING_ABSENCES]
        return min((*signs, *([self.silent_since + FOUR_WEEKS] if self.silent_since else [])))


def drifting(group: Group) -> tuple[Drifting, ...]:
    """The newcomers who drift away, in order of joining; nobody who is on leave, or is a group of one.

    That nothing was given is a sign only where everything that they may have given can be read.
    """
    return group.once(_drifting) if len(group.present_members) > 1 else ()


def _drifting(group: Group) -> tuple[Drifting, ...]:
    known, day = facts(group), group.as_of
    found = []
    for newcomer in all_newcomers(known, day):
        member = present(group, newcomer.record.id)
        if member and drifts(known, newcomer, day) and not member.was_on_leave_on(day):
            days = tuple(seating.day for seating in absences(known, newcomer, day))
            enough = days if len(days) >= DRIFTING_ABSENCES else ()
            is_known = not may_be_missing(group, "referrals", (member.id,), newcomer.day, day)
            found.append(Drifting(newcomer, enough, silent_since(known, newcomer, day) if is_known else None))
    return tuple(one for one in found if one.absences or one.silent_since)


def newcomers(group: Group) -> tuple[Owed, ...]:
    """The talks that are owed to newcomers: by who brought them, else by the coordinator, until somebody has had a
    one-to-one with them.
    """
    return tuple(_owed(group))


def _owed(group: Group) -> Iterator[Owed]:
    for one in drifting(group):
        member: Member = one.newcomer.record
        met = facts(group).encounters.of(member.id).last(group.as_of)
        unread = may_be_missing(group, "meetings", (member.id,), one.since, group.as_of)
        may_have_met = unread or lacks_members(group)  # who sat down with somebody unreadable met nobody known
        if not may_have_met and (met is None or met.day < one.since):
            by = who_looks_after(group, member)
            both = by[0] if by else "MEMBER", member.id
            yield Owed(
                topic="newcomers",
                by=by,
                to=(member.id,),
                since=one.since,
                due=one.since + TIME,
                do=f"Ask {member.name} how the first weeks have been, and what would help",
                write=talk_written(group, both),
                place=Place(member.file, one.newcomer.path),
                effort=Effort.TALK,
                rule="newcomer-drifting",
                command=talk_recorded(both),
            )
