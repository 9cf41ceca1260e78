"""one-to-one-coverage."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb

from refertext.measures.contact.encounters import encounters, times_met
from refertext.measures.events import Arrival, Encounter
from refertext.measures.facts import Facts
from refertext.measures.measure import Part, Result, Scope, Unit, measure, unknown
from refertext.measures.membership.members import arrival, members_on
from refertext.measures.subject import Kind


@measure(Unit.SHARE, Kind.MEMBER, Kind.GROUP, formula="met ÷ possible partners", noun=("partner met", "partners met"))
def one_to_one_coverage(facts: Facts, scope: Scope) -> Result:
    """The share of the other members with whom a member sat down.

    met ÷ possible partners, at least once in the window, among the members of its last day; of the group: the share
    of pairs. Those met at least twice stand beside it. Usual aim: 100 %.
    """
    present = {member.id for member in members_on(facts, scope.window.last)}
    others = len(present - set(scope.subject.ids))
    possible = comb(len(present), 2) if scope.subject.kind is Kind.GROUP else others
    if not possible:
        return unknown("there is nobody else to meet")
    found = [e for e in encounters(facts, scope) if present.issuperset(set(e.members) - set(scope.subject.ids))]
    met = times_met(found)
    inputs = {"met": len(met), "possible partners": possible}
    parts = (Part("met twice or more", sum(number >= 2 for number in met.values()), Unit.COUNT),)
    share = Fraction(len(met), possible)
    return Result(share, possible, found, (), inputs, parts, beside=lambda: _not_met(facts, scope, found))


def _not_met(facts: Facts, scope: Scope, found: Sequence[Encounter]) -> dict[str, Sequence[Arrival]]:
    """The other members of the last day with whom a member did not sit down; nothing of the group's many pairs."""
    if scope.subject.kind is Kind.GROUP:
        return {}
    met = {*scope.subject.ids, *(id_ for encounter in found for id_ in encounter.members)}
    last = scope.window.last
    return {"not met": [arrival(member, last) for member in members_on(facts, last) if member.id not in met]}
