"""leads-while-absent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from refertext.measures.attendance.seatings import seatings, those
from refertext.measures.events import Gift, Seating
from refertext.measures.facts import Facts
from refertext.measures.measure import Result, Scope, Unit, measure, share
from refertext.measures.subject import Kind


@measure(
    Unit.SHARE,
    Kind.MEMBER,
    formula="days with a gift ÷ days away",
    at_meetings=True,
    noun=("gift on a day away", "gifts on days away"),
    failing=("day away without a gift", "days away without a gift"),
    of_failings=True,
)
def leads_while_absent(facts: Facts, scope: Scope) -> Result:
    """The share of missed meetings on whose day the member still gave something.

    days with a gift ÷ days away. Away is absent, excused, or a substitute in the chair; any lead, introduction or
    referral dated that day will do. Usual floor: 100 %.
    """
    away = those(seatings(facts, scope), "absent", "excused", "substitute")
    days = {gift.day for gift in facts.given.of(scope.subject.member).within(scope.window)}
    gave = [seating for seating in away if seating.day in days]
    inputs = {"days with a gift": len(gave), "days away": len(away)}
    found = share(gave, away, inputs, "there was no day away")
    return replace(found, beside=lambda: {"given on those days": _given_on(facts, scope, gave)})


def _given_on(facts: Facts, scope: Scope, away: Sequence[Seating]) -> Sequence[Gift]:
    days = {seating.day for seating in away}
    return [gift for gift in facts.given.of(scope.subject.member).within(scope.window) if gift.day in days]
