"""Aims: commitments that say how much one wishes for, and nothing that one could fall short of."""

from __future__ import annotations

from refertext.commitments.verdict import Outcome, Verdict
from refertext.measures import Measure
from refertext.records import Agreement, Commitment

REACHED = "reached"
NOT_YET = "not yet"


def is_only_an_aim(measure: Measure, commitment: Commitment) -> bool:
    """Whether a commitment has a target and nothing beside it that could be missed."""
    return commitment.target is not None and commitment.at_most is None and not has_a_floor(measure, commitment)


def has_a_floor(measure: Measure, commitment: Commitment) -> bool:
    """Whether there is a floor that can be missed: one of 0 only where a number may be below it."""
    floor = commitment.at_least
    return floor is not None and (floor.value != 0 or measure.signed)


def label(verdict: Verdict) -> str:
    """How a verdict is called: its outcome, but an aim alone is reached or not yet, since nobody keeps or misses it."""
    one = verdict.tried
    if verdict.outcome is not Outcome.KEPT or one is None or not is_about_an_aim(verdict):
        return verdict.outcome.value
    return REACHED if one.amount >= (one.target or 0) else NOT_YET


def is_about_an_aim(verdict: Verdict) -> bool:
    """Whether a verdict is about an aim alone."""
    one, record = verdict.tried, verdict.record
    if one is None or not isinstance(record, Agreement):
        return False
    return is_only_an_aim(one.value.measure, record.commitments[int(verdict.path[1])])
