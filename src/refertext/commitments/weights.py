"""What weights make of a number of absences, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import cast

from refertext.measures import Measure, Value
from refertext.measures.attendance.seatings import weight
from refertext.measures.events import Seating
from refertext.records.meeting import PRESENCES


def made_of(value: Value, weights: Mapping[str, Fraction]) -> str:
    """What a number is made of that weights have changed, an agreement's or the measure's own: ` (2 absent, 1 excused
    × 2/3)`, to stand after the number; empty where there are none, or nothing but absences in full came of them.
    """
    if not value.measure.weighted or not (weights or value.measure.lates):
        return ""
    counted: Counter[str] = Counter(seating.status for seating in cast("list[Seating]", value.result.counted))
    heavy = {status: _weight(value, status, weights) for status in reversed(PRESENCES) if counted[status]}
    if heavy in ({}, {"absent": 1}):
        return ""
    return f" ({', '.join(_part(counted[status], status, one) for status, one in heavy.items())})"


def counting_as_one(measure: Measure, weights: Mapping[str, Fraction]) -> str:
    """How many lates make an absence, to stand after what is counted: `, 3 lates counting as one`; empty where they do
    not, or make a part of one that is no third, half or the like.
    """
    each = weights.get("late", Fraction(1, measure.lates or 1))
    if not measure.lates or each.numerator != 1 or each == 1:
        return ""
    return f", {each.denominator} lates counting as one"


def _weight(value: Value, status: str, weights: Mapping[str, Fraction]) -> Fraction:
    """How much one of a status weighs. Where lates add up to absences, the measure says by itself how many make one."""
    lates = value.result.inputs.get("k")
    if status == "late" and lates:
        return 1 / Fraction(lates)
    return weight(status, weights)


def _part(number: int, status: str, one: Fraction) -> str:
    return f"{number} {status}" if one == 1 else f"{number} {status} × {one}"
