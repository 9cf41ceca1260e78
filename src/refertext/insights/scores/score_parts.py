"""The parts of a score: what was measured, the points it gives, and the next band."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from refertext.group.memberships import counted_days
from refertext.group.on_record import records_begin
from refertext.insights.scores.profile_faults import asks_for_share, unscorable
from refertext.measures import Facts, Kind, Subject, Unit, Value, Window
from refertext.measures.registry import all_measures
from refertext.measures.window import rolling
from refertext.records.lengths import Duration
from refertext.records.profile import Band, ProfilePart, Rate

_SMALL_N = 5
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a window that count for a subject, from the day on which records begin: of a member, those of
    membership outside leave; of the group, all since the first member joined. `of_members` are those of all its members
    together, of a member the same. The window is as long as `over`.
    """

    over: Duration
    window: Window
    counted: int
    of_members: int

    def rated(self, rate: Rate | None) -> Fraction:
        """How many times a rate's weeks are in them; 1 where there is no rate."""
        if rate is None:
            return Fraction(1)
        return Fraction(self.of_members if rate.each_member else self.counted, _WEEK * rate.weeks)

    def first_day(self, last: date) -> date:
        """The first day of the window of this length that ends with a day."""
        return rolling(self.over, last).first

    @property
    def weeks(self) -> Fraction:
        """How many weeks count."""
        return Fraction(self.counted, _WEEK)


@dataclass(frozen=True, slots=True)
class PartScore:
    """One part of a score.

    `value` is the measure, `amount` what the bands are compared with: the measure, its rate, or the share beside it.
    None where nothing was measured. `unscorable` says why nobody can score it: then its points are out of reach.
    `few` tells that the amount rests on few records. `next` is the easiest band with more points.
    """

    part: ProfilePart
    days: Days
    points: int
    value: Value | None = None
    amount: Fraction | None = None
    unscorable: str = ""
    next: Band | None = None

    @property
    def possible(self) -> int:
        """The points that can be had."""
        return 0 if self.unscorable else self.part.most

    @property
    def few(self) -> bool:
        """Whether a share or an average rests on too few records to say much."""
        averaged = self.value is not None and self.value.measure.unit in (Unit.SHARE, Unit.DAYS, Unit.RATIO)
        return averaged and self.amount is not None and self.value is not None and self.value.n < _SMALL_N


def days_of(facts: Facts, subject: Subject, over: Duration, last: date) -> Days:
    """The days that count for a subject in the window of a length that ends with a day."""
    window = rolling(over, last)
    first = max(window.first, records_begin(facts.group) or date.max)
    if subject.kind is Kind.MEMBER:
        counted = counted_days([facts.group.members[subject.member]], first, window.last)
        return Days(over, window, counted, counted)
    began = next((joining.day for joining in facts.joinings.events), date.max)
    of_members = sum(counted_days([member], first, window.last) for member in facts.group.members.values())
    return Days(over, window, Window(max(first, began), window.last).days, of_members)


def part_score(facts: Facts, part: ProfilePart, subject: Subject, days: Days) -> PartScore:
    """What a part gives a subject in a window."""
    reason = _why_unscorable(part, subject.kind)
    if reason:
        return PartScore(part, days, 0, unscorable=reason)
    value = all_measures()[part.measure or ""].of(facts, subject, days.window, part.weights)
    amount = _compared(part, value, days)
    points = _points(part, value, amount)
    better = [band for band in part.bands if band.points > points]
    return PartScore(part, days, points, value, amount, next=min(better, key=lambda band: band.points, default=None))


def _why_unscorable(part: ProfilePart, kind: Kind) -> str:
    fault = next(unscorable(part, kind), None)
    if fault:
        return fault.message
    if part.recorded == "no":
        return "not recorded"
    return "" if part.measure in all_measures() else f"there is no measure “{part.measure}”"


def _compared(part: ProfilePart, value: Value, days: Days) -> Fraction | None:
    """What the bands of a part are compared with."""
    if asks_for_share(part) and value.measure.unit is not Unit.SHARE:
        beside = (Fraction(beside.amount) for beside in value.result.parts if beside.unit is Unit.SHARE)
        return next(beside, None)
    if value.amount is None or not days.rated(part.per):
        return None
    return Fraction(value.amount) / days.rated(part.per)


def _points(part: ProfilePart, value: Value, amount: Fraction | None) -> int:
    if amount is None:
        return part.if_nothing or 0 if value.amount is None else 0
    return max((band.points for band in part.bands if band.is_reached_by(amount)), default=0)
