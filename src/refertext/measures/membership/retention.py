"""retention."""

from __future__ import annotations

from fractions import Fraction

from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure, unknown
from refertext.measures.membership.members import arrival, members_at_start, members_on
from refertext.measures.subject import Kind


@measure(
    Unit.SHARE,
    Kind.GROUP,
    formula="1 - leavers ÷ members at start",
    noun=("member who stays", "members who stay"),
    failing=("leaver", "leavers"),
)
def retention(facts: Facts, scope: Scope) -> Result:
    """The share of members who stayed.

    1 - leavers ÷ members at start. Members at start joined before the window and still were members on its first
    day; leavers are those of them whose membership was over at the end of its last day. Usual floor: 70 % in half a
    year.
    """
    start = {member.id for member in members_at_start(facts, scope.window)}
    if not start:
        return unknown("there were no members at the start")
    left = facts.leavings.within(scope.window)
    last_day = {event.record.id for event in left if event.day == scope.window.last}
    at_end = members_on(facts, scope.window.last)
    gone = start - ({member.id for member in at_end} - last_day)
    counted = [event for event in left if event.record.id in gone]
    stayed = [member for member in at_end if member.id in start - gone]
    return Result(
        amount=1 - Fraction(len(gone), len(start)),
        n=len(start),
        counted=counted,
        inputs={"leavers": len(gone), "members at start": len(start)},
        beside=lambda: {"stayed": [arrival(member, scope.window.last) for member in stayed]},
    )
