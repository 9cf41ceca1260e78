"""Precedents: what was decided before on the borders that a candidate's seat would touch."""

from __future__ import annotations

from collections.abc import Iterable

from refertext.group import Group
from refertext.group.borders import Border, Decision, latest_first
from refertext.group.seats import same_branch
from refertext.problem import Place
from refertext.records import Member
from refertext.records.settings import Waiver


def earlier_decisions(
    group: Group, candidate: Member, touched: Iterable[str], decided: Iterable[Waiver]
) -> tuple[Decision, ...]:
    """Decisions about others: on the candidate's category, on those above and below, and on the categories touched.

    Without the waivers by which the candidate's own borders are decided. The latest first; waivers, whose first day is
    not written, come after the consents.
    """
    if candidate.seat is None:
        return ()
    mine, theirs = candidate.seat.category, set(touched)

    def concerns(categories: Border) -> bool:
        if isinstance(categories, str):
            return categories in theirs or same_branch(categories, mine)
        return any(same_branch(category, mine) for category in categories)

    own = {Place(group.settings.file, (*waiver.path, "why")) for waiver in decided}
    found = [
        decision
        for categories, decisions in group.border_decisions.items()
        if concerns(categories)
        for decision in decisions
        if candidate.id not in decision.members and decision.place not in own
    ]
    return tuple(sorted(found, key=latest_first))
