"""What a profile asks that nobody can tell, and what in it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from refertext.measures import Kind, Measure, Unit
from refertext.measures.registry import all_measures
from refertext.problem import Path
from refertext.records import Profile
from refertext.records.profile import Band, ProfilePart
from refertext.text.wording import listed

WITH_A_SHARE = frozenset({"growth", "substitutes"})
"""Measures that are no shares, but show one beside their number: a percentage asks for that."""

_RATED = (Unit.COUNT, Unit.MONEY)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where, and what to write."""

    message: str
    path: Path
    mend: str


def faults(profile: Profile) -> Iterator[Fault]:
    """Everything that makes no sense in a profile, but for names of measures that do not exist."""
    if not profile.parts:
        mend = "write parts: and under it each part, with title:, measure: and bands:"
        yield Fault("The profile has no parts, so it gives no points", (), mend)
    else:
        yield from _of_colours(profile)
    for number, part in enumerate(profile.parts):
        for fault in list(unscorable(part, Kind(profile.subject))) or _idle(part):
            yield replace(fault, path=("parts", number, *fault.path))


def unscorable(part: ProfilePart, kind: Kind) -> Iterator[Fault]:
    """Why a part cannot be scored, paths from the part on; nothing where it can be, or its measure is unknown."""
    yield from _of_bands(part)
    known = all_measures().get(part.measure or "")
    if part.measure is None and part.recorded == "yes":
        mend = "write measure: and its name, or recorded: no where nobody can record it"
        yield Fault(f"The part “{part.title}” does not say what is measured", (), mend)
    elif part.measure is not None and part.recorded == "no":
        mend = "remove recorded: no, or the measure"
        yield Fault(f"“{part.title}” is said not to be recorded, but has a measure", ("recorded",), mend)
    elif known and kind not in known.kinds:
        of_whom = "the group" if kind is Kind.GROUP else "a member"
        other = "member" if kind is Kind.GROUP else "group"
        mend = f"write a measure of {of_whom}, or subject: {other}"
        yield Fault(f"“{part.measure}” is no measure of {of_whom}", ("measure",), mend)
    elif known:
        yield from _of_limits(part, known)
        yield from _of_rate(part, known, kind)
        yield from _of_extras(part, known)


def asks_for_share(part: ProfilePart) -> bool:
    """Whether a part compares with percentages."""
    return any(limit.percent for band in part.bands for limit in band.limits.values())


def _of_bands(part: ProfilePart) -> Iterator[Fault]:
    if not part.bands:
        mend = "write bands: and under it for example - {from: 1, points: 5}"
        yield Fault(f"The part “{part.title}” has no bands, so it gives no points", (), mend)
    for number, band in enumerate(part.bands):
        keys = list(band.limits)
        if len(keys) != 1:
            message = f"A band says one thing, not {listed(keys)}" if keys else "The band does not say where it begins"
            begin = "write from: and a number, or up_to: for the less the better"
            mend = "write a band of its own for each" if keys else begin
            yield Fault(message, ("bands", number, *keys[1:2]), mend)
        elif ("up_to" in keys) != ("up_to" in part.bands[0].limits):
            message = "A part is about the more the better or the less the better, not both"
            yield Fault(message, ("bands", number, keys[0]), "write up_to: in all of its bands, or in none")


def _of_limits(part: ProfilePart, measure: Measure) -> Iterator[Fault]:
    share = asks_for_share(part)
    for number, band in enumerate(part.bands):
        for key, limit in band.limits.items():
            path = ("bands", number, key)
            if limit.percent and measure.unit is not Unit.SHARE and measure.name not in WITH_A_SHARE:
                yield Fault(f"“{measure.name}” is no share, so it has no percentage", path, "write a plain number")
            elif share and not limit.percent and measure.unit is not Unit.SHARE:
                yield Fault("A part asks for numbers or for shares, not for both", path, "write a percentage, or none")
            elif limit.value < 0 and not measure.signed:
                yield Fault(f"“{measure.name}” is never below 0", path, "write a number from 0 on")
            elif measure.unit is Unit.SHARE and limit.value > 1 and not measure.may_exceed:
                mend = "write a percentage up to 100%" if limit.percent else f"write {float(limit.value):g}%"
                yield Fault(f"“{measure.name}” is a share, which cannot be more than 100%", path, mend)


def _of_rate(part: ProfilePart, measure: Measure, kind: Kind) -> Iterator[Fault]:
    if part.per is None:
        return
    if measure.unit not in _RATED or measure.at_end or asks_for_share(part):
        yield Fault(f"“{measure.name}” does not add up week by week, so it is no rate", ("per",), "remove per:")
    elif part.per.each_member and kind is Kind.MEMBER:
        yield Fault("A member has no weeks but their own", ("per",), "write per: week")


def _of_extras(part: ProfilePart, measure: Measure) -> Iterator[Fault]:
    if part.weights and not measure.weighted:
        yield Fault(f"“{measure.name}” does not weigh lates and excuses", ("weights",), "remove weights:")
    if part.if_nothing is not None and measure.unit in _RATED:
        message = f"“{measure.name}” can be 0, but there is never nothing to measure"
        yield Fault(message, ("if_nothing",), "remove if_nothing:, and write a band for 0 if it should give points")


def _idle(part: ProfilePart) -> Iterator[Fault]:
    """Bands that change nothing, since an easier one gives as many points."""
    if part.if_nothing is not None and part.if_nothing > part.most:
        message = f"Nothing to measure gives {part.if_nothing} points, though the best band gives {part.most}"
        yield Fault(message, ("if_nothing",), f"write {part.most} or less")
    said = [(number, band) for number, band in enumerate(part.bands) if len(band.limits) == 1]
    most = 0
    for number, band in sorted(said, key=lambda numbered: _difficulty(numbered[1])):
        if band.points <= most:
            message = "The band gives no more points than an easier one" if most else "The band gives no points"
            yield Fault(message, ("bands", number, "points"), "give more points for more, or remove the band")
        most = max(most, band.points)


def _difficulty(band: Band) -> tuple[Fraction, bool, int]:
    value = -band.limit.value if band.key == "up_to" else band.limit.value
    return value, band.key == "above", -band.points


def _of_colours(profile: Profile) -> Iterator[Fault]:
    colours = [("red", profile.red), ("amber", profile.amber), ("green", profile.green)]
    for (lower, low), (higher, high) in pairwise(colours):
        if high <= low:
            message = f"{higher.capitalize()} begins at {high} points, no later than {lower} at {low}"
            yield Fault(message, (higher,), "let red begin first, then amber, then green")
    possible = sum(part.most for part in profile.parts if part.recorded == "yes")
    if profile.green > possible:
        message = f"Nobody can be green: it begins at {profile.green} points, and the parts give {possible} together"
        yield Fault(message, ("green",), f"let green begin at {possible} or less, or give more points")
