"""one-to-ones: those that pairs agreed on and have not held."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from refertext.commitments import Outcome, Verdict, verdicts
from refertext.commitments.tried import Tried
from refertext.group import Group
from refertext.insights.debts.owed import Effort, Owed
from refertext.insights.debts.people import all_present
from refertext.insights.debts.ready import talk_recorded, talk_written
from refertext.insights.standing import is_of_one_to_ones, missing
from refertext.problem import Place
from refertext.records import Member


class Unmet(NamedTuple):
    """Two members, ids in order, who have met too seldom, or soon will have."""

    owed: Owed
    verdict: Verdict
    members: tuple[Member, ...]


def unmet(group: Group) -> tuple[Unmet, ...]:
    """The pairs that are to meet, each for the commitment that is due first, in order of ids. Nobody meets while one
    of them is on leave.
    """
    return group.once(_unmet)


def _unmet(group: Group) -> tuple[Unmet, ...]:
    found: dict[tuple[str, ...], Unmet] = {}
    for verdict in verdicts(group):
        lacking = missing(group, verdict) if is_of_one_to_ones(verdict) else None
        members = all_present(group, verdict.subject.ids) if lacking else ()
        if lacking is None or len(members) < 2 or any(member.was_on_leave_on(group.as_of) for member in members):
            continue
        one = Unmet(_owed(group, verdict, lacking, members), verdict, members)
        before = found.setdefault(verdict.subject.ids, one)
        found[verdict.subject.ids] = min(before, one, key=lambda unmet: unmet.owed.due)
    return tuple(one for _, one in sorted(found.items()))


def _owed(group: Group, verdict: Verdict, lacking: Tried, members: tuple[Member, ...]) -> Owed:
    one, other = members
    missed = verdict.tried if verdict.judged is Outcome.MISSED else None
    several = "a one-to-one" if lacking.lacking <= 1 else f"{ceil(lacking.lacking)} one-to-ones"
    return Owed(
        topic="one-to-ones",
        by=verdict.subject.ids,
        to=(),
        since=lacking.window.first,
        due=(missed or lacking).window.last,
        do=f"Arrange {several} between {one.name} and {other.name}",
        write=talk_written(group, (one.id, other.id)),
        place=Place(verdict.record.file, verdict.path),
        effort=Effort.MEETING,
        rule="one-to-one-overdue",
        also=(one.file,),
        command=talk_recorded((one.id, other.id)),
    )
