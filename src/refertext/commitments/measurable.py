"""What a commitment must say so that it can be judged, and what it must not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from refertext.commitments.periods import one_period
from refertext.measures import Kind, Measure, Unit
from refertext.measures.registry import all_measures
from refertext.problem import Path
from refertext.records import Commitment, choice_meant
from refertext.records.meeting import PRESENCES
from refertext.records.numbers import Threshold
from refertext.text.wording import listed

Fault = tuple[str, Path, str]
"""What is wrong, where in the commitment, and what to write."""

_PAIRS = ("each member", "each power partner")
_LIMITS = ("at_least", "at_most", "target")
_WINDOWS = ("per", "every", "over")
_SHORTEST = date(2025, 2, 1)
"""From this day on each period is as short as it can be, so that four weeks are a month."""


def can_be_judged(commitment: Commitment) -> bool:
    """Whether nothing is wrong with a commitment, so that one can tell whether it is kept."""
    return not any(faults(commitment))


def faults(commitment: Commitment) -> Iterator[Fault]:
    """What is wrong with a commitment, so that nobody can tell whether it is kept."""
    kinds = _said(commitment, ("measure", "rule", "promise"))
    if len(kinds) != 1:
        yield _not_one_thing(kinds)
    elif commitment.measure is None:
        yield from _too_much(commitment, kinds[0])
    else:
        yield from _of_measure(commitment.measure, all_measures().get(commitment.measure), commitment)
    if "group" in commitment.who and len(commitment.who) > 1:
        yield "A commitment is the group's or some members', not both", ("who",), "write who: group, or only ids"


def _not_one_thing(kinds: list[str]) -> Fault:
    if kinds:
        return f"A commitment is one thing, not {listed(kinds)}", (kinds[1],), "write a commitment of its own for each"
    mend = "write measure: and a floor, or rule: and its name, or promise: and the words"
    return "The commitment does not say what is promised", (), mend


def _too_much(commitment: Commitment, kind: str) -> Iterator[Fault]:
    extra = _said(commitment, ("at_least", "at_most", "target", "per", "every", "over", "with", "weights"))
    if extra:
        message = f"A {kind} is not counted, so it takes no {listed(extra, 'or')}"
        yield message, (extra[0],), f"remove {listed(extra)}, or write a measure instead of the {kind}"


def _said(commitment: Commitment, keys: tuple[str, ...]) -> list[str]:
    """Those of some keys that a commitment has."""
    values = {key: getattr(commitment, "with_" if key == "with" else key) for key in keys}
    return [key for key in keys if values[key] is not None and values[key] != {}]


def _of_measure(name: str, measure: Measure | None, commitment: Commitment) -> Iterator[Fault]:
    yield from _no_floor(name, commitment)
    yield from _no_window(name, commitment)
    yield from _with_others(commitment)
    if measure:
        yield from _odd_window(measure, commitment)
        yield from _odd_weights(measure, commitment)
        yield from list(_odd_limits(measure, commitment)) or _crossed_limits(commitment)
        yield from _odd_subject(measure, commitment)


def _no_floor(name: str, commitment: Commitment) -> Iterator[Fault]:
    if not _said(commitment, _LIMITS):
        message = f"The commitment does not say how much “{name}” is enough"
        yield message, ("measure",), "write at_least: or at_most: and a number, or target: to aim at without a floor"


def _no_window(name: str, commitment: Commitment) -> Iterator[Fault]:
    windows = _said(commitment, _WINDOWS)
    if not windows:
        mend = "write per: week (a rate), every: month (each month for itself) or over: 26 weeks (all of them together)"
        yield f"The commitment does not say over which time “{name}” counts", ("measure",), mend
    elif windows[:2] == ["per", "every"]:
        mend = f"keep per: {commitment.per} for a rate, or every: {commitment.every} for each one for itself"
        yield "A commitment is either a rate or one for each period, not both", ("every",), mend
    elif windows[1:] == ["over"]:
        yield from _too_short(commitment, windows[0])


def _too_short(commitment: Commitment, key: str) -> Iterator[Fault]:
    """`over` that does not hold a single period, or where it is meetings nobody knows whether it does."""
    period, over = commitment.per or commitment.every, commitment.over
    if period is None or over is None or (over.unit == "meetings" and commitment.per):
        return
    mend = f"write over: and a time of at least a {period}, or remove over: for the last {period} alone"
    if over.unit == "meetings":
        yield f"{key}: {period} is a matter of the calendar, not of {over}", ("over",), mend
    elif over.after(_SHORTEST) < one_period(period).after(_SHORTEST):
        yield f"{over} is shorter than the {period} of {key}: {period}", ("over",), mend


def _with_others(commitment: Commitment) -> Iterator[Fault]:
    if commitment.with_ not in (None, *_PAIRS):
        message = f"A commitment is with {listed(_PAIRS, 'or')}, not with “{commitment.with_}”"
        yield message, ("with",), f"write with: {_PAIRS[0]}, or with: {_PAIRS[1]}"


def _odd_window(measure: Measure, commitment: Commitment) -> Iterator[Fault]:
    over = commitment.over
    if over and over.unit == "meetings" and not measure.at_meetings:
        message = f"“{measure.name}” is not counted at meetings, so {over} is no time for it"
        yield message, ("over",), "write a time in weeks or months, for example over: 13 weeks"
    if commitment.per and not measure.adds_up:
        message = f"“{measure.name}” is not more in a longer time, so it cannot be so much per {commitment.per}"
        yield message, ("per",), f"write every: {commitment.per}, or over: and a time, for example over: 26 weeks"


def _odd_weights(measure: Measure, commitment: Commitment) -> Iterator[Fault]:
    if commitment.weights and not measure.weighted:
        message = f"“{measure.name}” takes no weights"
        yield message, ("weights",), "remove weights:, or take a measure of absences, such as equivalent-absences"
        return
    for status, weight in commitment.weights.items():
        if status not in PRESENCES:
            near = choice_meant(status, PRESENCES)
            mend = f"write {near}" if near else f"write {listed(PRESENCES, 'or')}"
            yield f"Nobody attends as “{status}”, so it has no weight", ("weights", status), mend
        elif weight > 1:
            message = f"“{status}” cannot count more than an absence, so not {_plain(weight)}"
            yield message, ("weights", status), f"write {status}: 1, or a part of it, for example {status}: 1/2"


def _odd_limits(measure: Measure, commitment: Commitment) -> Iterator[Fault]:
    for key in _said(commitment, _LIMITS):
        limit: Threshold = getattr(commitment, key)
        if measure.unit is Unit.SHARE and limit.value > 1:
            yield from _beyond_the_whole(measure, key, limit)
        elif limit.value < 0 and not measure.signed:
            mend = f"write {key}: and a number from 0 on"
            yield f"“{measure.name}” is never below 0, so not {_plain(limit.value)}", (key,), mend
        elif limit.percent and measure.unit not in (Unit.SHARE, Unit.RATIO):
            percent = _plain(limit.value * 100)
            mend = f"write a number, for example {key}: 2, or take a measure that is a share"
            yield f"“{measure.name}” is no share, so it cannot be {percent}%", (key,), mend


def _beyond_the_whole(measure: Measure, key: str, limit: Threshold) -> Iterator[Fault]:
    """What is wrong with more than the whole: nothing where it is possible, and meant."""
    percent = _plain(limit.value * 100 if limit.percent else limit.value)
    if measure.may_exceed:
        if not limit.percent:
            yield f"“{measure.name}” is a share, so {percent} says too little", (key,), f"write {percent}%"
    elif limit.percent or limit.value > 100:
        yield f"“{measure.name}” is never more than 100%, so it never reaches {percent}%", (key,), "write 100%"
    else:
        yield f"“{measure.name}” is a share, and never more than 1", (key,), f"write {percent}%"


def _crossed_limits(commitment: Commitment) -> Iterator[Fault]:
    floor, limit = commitment.at_least, commitment.at_most
    if floor and limit and floor.value > limit.value:
        message = "The floor is above the limit, so nobody can keep the commitment"
        yield message, ("at_least",), "write at_least: lower than at_most:, or keep only one of the two"


def _plain(number: Fraction) -> str:
    """A number as people write it, with two decimals at most."""
    return f"{float(number):.2f}".rstrip("0").rstrip(".")


def _odd_subject(measure: Measure, commitment: Commitment) -> Iterator[Fault]:
    who = [id_ for id_ in commitment.who if id_ != "group"]
    if commitment.with_ in _PAIRS and Kind.PAIR not in measure.kinds:
        yield f"“{measure.name}” is not measured between two", ("with",), "remove with:"
    elif commitment.with_ in _PAIRS and "group" in commitment.who:
        message = f"A commitment with {commitment.with_} is one of pairs, not of the group"
        yield message, ("who",), "remove who:, so that it binds every pair, or remove with:"
    elif commitment.who == ("group",) and Kind.GROUP not in measure.kinds:
        yield f"“{measure.name}” is not measured of the group", ("who",), "remove who:, so that it binds every member"
    elif not commitment.with_ and Kind.MEMBER not in measure.kinds:
        if Kind.GROUP not in measure.kinds:
            mend = f"add with: {_PAIRS[1]}, or with: {_PAIRS[0]}"
            yield (
                f"“{measure.name}” is measured between two, and the commitment does not say of whom",
                ("measure",),
                mend,
            )
        elif who:
            yield f"“{measure.name}” is measured of the group, not of single members", ("who",), "write who: group"
