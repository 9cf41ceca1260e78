"""Commitments in words."""

from __future__ import annotations

from fractions import Fraction

from refertext.commitments.aims import has_a_floor
from refertext.commitments.weights import counting_as_one
from refertext.insights.standing import spoken
from refertext.measures import Measure, Unit
from refertext.measures.registry import all_measures
from refertext.records import Commitment
from refertext.records.numbers import Threshold
from refertext.rules.registry import all_rules

_UNITS = {Unit.DAYS: ("day", "days")}


def in_words(commitment: Commitment) -> str:
    """A commitment as one would say it: `at least 2 contributions per week over 13 weeks`."""
    if commitment.rule:
        return f"nothing is found of {in_quotes(commitment.rule)} ({commitment.rule})"
    measure = all_measures().get(commitment.measure or "")
    if measure is None:
        return commitment.promise or commitment.measure or "nothing"
    said = _counted(measure, commitment) if _has_a_noun(measure) else _measured(measure, commitment)
    lates = counting_as_one(measure, commitment.weights)
    others = [one for one in commitment.weights.items() if not (lates and one[0] == "late")]
    weights = [f"{status} counts {weight}" for status, weight in others]
    words = [f"{said}{lates},"] if lates else [said]
    return " ".join([*words, *_window(commitment)]) + (f" ({', '.join(weights)})" if weights else "")


def _has_a_noun(measure: Measure) -> bool:
    """Whether what it counts says more than its name."""
    return measure.unit is Unit.COUNT or (measure.unit is Unit.SHARE and "-" in measure.name)


def in_quotes(rule: str) -> str:
    """What a rule is about: `“A member's guide lacks a part”`; of an unknown one its name."""
    known = all_rules().get(rule)
    return f"“{known.title if known else rule}”"


def _counted(measure: Measure, commitment: Commitment) -> str:
    """Of what has a noun that says more than its name: `at most 3 absences`."""
    limits = _limits(measure, commitment)
    if not limits:
        return measure.noun[1]
    if _is_the_whole(measure, commitment):
        return f"no {measure.failing[0]}" if measure.failing[0] else f"all {measure.noun[1]}"
    words = " and ".join(f"{words} {_with_unit(limit, measure)}" for words, limit in limits)
    one = measure.unit is Unit.COUNT and limits[-1][1].value == 1
    return f"{words} {measure.noun[0] if one else measure.noun[1]}"


def _measured(measure: Measure, commitment: Commitment) -> str:
    """Of everything else: `attendance of at least 75%`."""
    if _is_the_whole(measure, commitment):
        return f"{spoken(measure)} of 100%"
    words = " and ".join(f"{words} {_with_unit(limit, measure)}" for words, limit in _limits(measure, commitment))
    return f"{spoken(measure)} of {words}" if words else spoken(measure)


def _is_the_whole(measure: Measure, commitment: Commitment) -> bool:
    """Whether the floor is the whole of a share, so that nothing may be missing."""
    floor = commitment.at_least
    return measure.unit is Unit.SHARE and not measure.may_exceed and floor is not None and floor.value == 1


def _limits(measure: Measure, commitment: Commitment) -> list[tuple[str, Threshold]]:
    """The floor, the limit and the aim, as far as they say anything: beside an aim a floor of nothing does not."""
    says_something = commitment.target is None or has_a_floor(measure, commitment)
    known = (
        ("at least", commitment.at_least if says_something else None),
        ("at most", commitment.at_most),
        ("an aim of", commitment.target),
    )
    return [(words, limit) for words, limit in known if limit is not None]


def _plain(limit: Threshold) -> str:
    amount = limit.value * 100 if limit.percent else limit.value
    decimal = f"{float(amount):g}"
    return f"{decimal if Fraction(decimal) == amount else amount}{'%' if limit.percent else ''}"


def _with_unit(limit: Threshold, measure: Measure) -> str:
    units = _UNITS.get(measure.unit)
    if measure.unit is Unit.SHARE and limit.value <= 1:
        return f"{float(limit.value * 100):g}%"
    return f"{_plain(limit)} {units[limit.value != 1]}" if units else _plain(limit)


def _window(commitment: Commitment) -> list[str]:
    over = commitment.over
    length = f"the last {over}" if over and over.unit == "meetings" else str(over)
    return [
        *([f"per {commitment.per}"] if commitment.per else []),
        *([f"in every {commitment.every}"] if commitment.every else []),
        *([f"over {length}"] if over else []),
        *([f"with {commitment.with_}"] if commitment.with_ else []),
    ]
