"""Scores in words, the same in terminal and site: what was measured, where points begin, what the next band takes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from refertext.group import Group
from refertext.insights.scores.profile_faults import asks_for_share
from refertext.insights.scores.score import Score
from refertext.insights.scores.score_parts import PartScore
from refertext.insights.scores.way_up import step_to
from refertext.measures import Facts, Unit, Value
from refertext.measures.privacy import may_be_shown
from refertext.measures.registry import all_measures
from refertext.measures.wording import in_words, said
from refertext.records.profile import Band, ProfilePart, Rate
from refertext.text.wording import listed

_FINE = 1_000
"""Rates are said in thousandths, cut off towards the worse side: none seems to reach a band that it does not."""


def measured(facts: Facts, part: PartScore) -> str:
    """What was measured: `0.653 a week (17 in 26 weeks)`, `75% (18 of 24)`, or why there is no number. Money that may
    not be shown is said by its band.
    """
    currency, value = facts.group.settings.currency, part.value
    if value is None:
        return part.unscorable if part.part.recorded == "no" else f"cannot be scored: {part.unscorable}"
    if value.amount is None:
        nothing = part.part.if_nothing is not None
        return value.result.reason if nothing else f"cannot be computed: {value.result.reason}"
    if part.amount is None:
        return "cannot be computed: there is nothing to compare with"
    if not may_be_shown(facts, value):
        return _by_band(part, currency)
    words = _number(part, value, part.amount, currency)
    if part.part.over and not part.part.per:
        words += f" in {part.part.over}"
    return f"{words}, too few to say much" if part.few else words


def limit_in_words(part: ProfilePart, band: Band, currency: str) -> str:
    """Where a band begins or ends: `from 1.2 a week`, `above 0 a week`, `up to 2 days`."""
    known = all_measures().get(part.measure or "")
    unit = Unit.SHARE if band.limit.percent else known.unit if known else Unit.COUNT
    number = band.limit.value
    if unit is Unit.SHARE:
        words = f"{_plain(number * 100)}%"
    elif unit is Unit.MONEY:
        words = in_words(number, unit, currency)
    elif unit is Unit.DAYS:
        words = "1 day" if number == 1 else f"{_plain(number)} days"
    else:
        words = _plain(number)
    return f"{band.key.replace('_', ' ')} {words}{_each(part.per)}"


def next_band(facts: Facts, part: PartScore) -> str:
    """The easiest band with more points: `15 points from 1 a week: 4 more referrals`; empty where there is none."""
    if part.next is None:
        return ""
    words = f"{_points(part.next.points)} {limit_in_words(part.part, part.next, facts.group.settings.currency)}"
    step = step_to(facts, part, part.next)
    return f"{words}: {step.deeds}" if step else words


def way_up(score: Score) -> str:
    """The cheapest way to the next colour, as a sentence; empty where there is none, or nobody can judge yet."""
    up = score.next
    if up is None:
        return ""
    points = _points(up.lacking)
    if up.way is None:
        return f"{points} to {up.colour}: no further deeds bring them now, only time, as old absences stop counting."
    return f"{points} to {up.colour}, the cheapest way: {listed([str(step) for step in up.way])}."


def doubt(group: Group, scores: Sequence[Score]) -> str:
    """Whose points may be too few, as a sentence; empty where every file can be read that may count for them."""
    whose = [" ".join(map(group.name, score.subject.ids)) for score in scores if score.in_doubt]
    if not whose:
        return ""
    of_whom = f" for {listed(whose)}" if len(whose) < len(scores) else " for anybody" if len(scores) > 1 else ""
    return f"Not certain{of_whom}: there are files that cannot be read, and what counts may stand there."


def out_of_reach(score: Score) -> str:
    """Which points of the profile cannot be had, as a sentence; empty where all can."""
    lost = [part for part in score.parts if part.unscorable]
    if not lost:
        return ""
    titles = listed([part.part.title for part in lost])
    return f"Out of reach are {score.profile.most - score.possible} of the {score.profile.most} points: {titles}."


def _points(number: int) -> str:
    return "1 point" if number == 1 else f"{number} points"


def _by_band(part: PartScore, currency: str) -> str:
    reached = [band for band in part.part.bands if band.points == part.points]
    if reached:
        return limit_in_words(part.part, reached[0], currency)
    return f"not {limit_in_words(part.part, part.next, currency)}" if part.next else ""


def _number(part: PartScore, value: Value, amount: Fraction, currency: str) -> str:
    whole = in_words(value.amount or 0, value.measure.unit, currency)
    if part.part.per:
        up = any(band.key == "up_to" for band in part.part.bands)
        rate = Fraction(ceil(amount * _FINE) if up else floor(amount * _FINE), _FINE)
        return f"{_plain(rate)}{_each(part.part.per)} ({whole} in {_weeks(part)})"
    if asks_for_share(part.part) and value.measure.unit is not Unit.SHARE:
        label = next(beside.label for beside in value.result.parts if beside.unit is Unit.SHARE)
        return f"{whole} ({label}: {in_words(amount, Unit.SHARE, currency)})"
    return said(value, currency)


def _weeks(part: PartScore) -> str:
    """The weeks that a rate is divided by."""
    each_member = part.part.per is not None and part.part.per.each_member
    number = in_words(Fraction(part.days.of_members if each_member else part.days.counted, 7), Unit.RATIO, "")
    return f"{number} {'member-weeks' if each_member else 'weeks'}"


def _each(rate: Rate | None) -> str:
    if rate is None:
        return ""
    return f" a {rate}" if rate.weeks == 1 else f" in {rate}"


def _plain(number: Fraction) -> str:
    """A number as people write it in a profile: a decimal where there is one, else a fraction."""
    for places in range(7):
        scaled = number * 10**places
        if scaled.denominator == 1:
            return f"{Decimal(scaled.numerator).scaleb(-places):,}"
    return f"{number.numerator}/{number.denominator}"
