"""What measures of attendance share: how a member attended the meetings that count, and runs of absences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import floor

from refertext.measures.events import Seating
from refertext.measures.facts import Facts
from refertext.measures.measure import Amount, Scope
from refertext.measures.subject import Kind
from refertext.records.meeting import IN_PERSON, PRESENCES


def seatings(facts: Facts, scope: Scope) -> Sequence[Seating]:
    """How the member, or everybody, attended the group meetings that count, in order of day."""
    of_whom = facts.seatings.everything if scope.subject.kind is Kind.GROUP else facts.seatings.of(scope.subject.member)
    return of_whom.within(scope.window)


def why_none(facts: Facts, scope: Scope) -> str:
    """Why no group meeting counts for a subject, where none does."""
    member = facts.group.members.get(scope.subject.member) if scope.subject.kind is Kind.MEMBER else None
    if member and member.is_candidate_on(scope.window.last):
        return f"{member.name} is a candidate, for whom no meeting counts yet"
    if not facts.meetings.within(scope.window):
        return "no group meeting took place in the window"
    return "no group meeting in the window counts for them"


def those(found: Iterable[Seating], *statuses: str) -> list[Seating]:
    """The ones with one of these statuses."""
    return [seating for seating in found if seating.status in statuses]


def weight(status: str, weights: Mapping[str, Fraction]) -> Fraction:
    """How much a status weighs as an absence; where nothing is said, an absence 1 and everything else nothing."""
    return weights.get(status, Fraction(status == "absent"))


def weighing(found: Iterable[Seating], weights: Mapping[str, Fraction]) -> list[Seating]:
    """The ones that weigh something as absences."""
    return [seating for seating in found if weight(seating.status, weights)]


def weighed(found: Iterable[Seating], weights: Mapping[str, Fraction]) -> Amount:
    """Absences and what weighs like them; lates only when they make whole absences: A + ⌊L × weight⌋ + X × weight."""
    total = Fraction(0)
    for status, number in Counter(seating.status for seating in found).items():
        heavy = number * weight(status, weights)
        total += floor(heavy) if status == "late" else heavy
    return int(total) if total.denominator == 1 else total


def terms(found: Iterable[Seating], weights: Mapping[str, Fraction]) -> tuple[str, Mapping[str, Amount]]:
    """What the absences of one member are put together from: a formula like `absent + excused × 2/3 + ⌊late ÷ k⌋`, and
    its numbers by their names in it.
    """
    counted: Counter[str] = Counter(seating.status for seating in found)
    said: list[str] = []
    inputs: dict[str, Amount] = {}
    for status in reversed(PRESENCES):
        one = weight(status, weights)
        if one:
            inputs[status] = counted[status]
            inputs |= {"k": 1 / one} if status == "late" else {}
            other = status if one == 1 else f"{status} × {one}"
            said.append("⌊late ÷ k⌋" if status == "late" else other)
    return " + ".join(said), inputs


def runs(found: Sequence[Seating], weights: Mapping[str, Fraction]) -> tuple[list[Seating], list[Seating]]:
    """The longest run of absences, the latest of equals, and the one that nobody ended yet. What has a weight of 1
    counts like an absence; substitutes and excused absences neither lengthen nor break a run.
    """
    longest: list[Seating] = []
    run: list[Seating] = []
    for seating in found:
        if weight(seating.status, weights) >= 1:
            run.append(seating)
        elif seating.status in IN_PERSON:
            run = []
        if len(run) >= len(longest):
            longest = run
    return longest, run
