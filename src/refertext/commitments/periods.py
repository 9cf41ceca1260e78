"""Which windows a commitment is judged in at the end of a day: `per`, `every`, `over`, and the period that is running.

`per` is a rate over the last complete days, ISO weeks or calendar months; `every` looks at each calendar period for
itself; without either, `over` rolls with the day, or is some meetings.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from refertext.measures.window import ONE_DAY, PERIODS, Window, complete_periods, period_of, periods_in, rolling
from refertext.records import Commitment, Duration
from refertext.records.lengths import Period

MOST_PERIODS = 520
"""How many periods of `every` are looked at, the latest: ten years of weeks."""
_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


class Judged(NamedTuple):
    """A window to judge in, and for a rate how many of its periods the window holds."""

    window: Window
    periods: Fraction | int | None = None


class Running(NamedTuple):
    """The period that is running, and the window that will be judged when it is over."""

    period: Window
    next: Judged


def is_past_the_middle(period: Window, day: date) -> bool:
    """Whether more than half of a period is over at the end of a day."""
    return 2 * ((day - period.first).days + 1) > period.days


def is_in_meetings(commitment: Commitment) -> bool:
    """Whether it is judged in the last so many meetings; `every` is a matter of the calendar alone."""
    return commitment.over is not None and commitment.over.unit == "meetings" and not commitment.every


def rolls(commitment: Commitment) -> bool:
    """Whether its window moves on with the day, or with the meetings, rather than by periods."""
    return is_in_meetings(commitment) or not (commitment.every or commitment.per)


def judged(commitment: Commitment, day: date) -> tuple[Judged, ...]:
    """The windows of the calendar a commitment is judged in at the end of a day, the latest last; each must reach it.
    None where nothing says how far back to look, and for meetings.
    """
    if is_in_meetings(commitment):
        return ()
    if commitment.every:
        return tuple(map(Judged, _each(commitment.every, _calendar(commitment), day)))
    if commitment.per:
        window = _complete(commitment.over or one_period(commitment.per), day)
        return (Judged(window, _periods(window, commitment.per)),)
    return (Judged(rolling(commitment.over, day)),) if commitment.over else ()


def judged_in_meetings(commitment: Commitment, day: date, meetings: Sequence[date]) -> tuple[Judged, ...]:
    """The window of the last so many of some meetings, given as their days in order; none where there were fewer."""
    over = commitment.over
    if over is None or len(meetings) < over.count:
        return ()
    window = Window(meetings[-over.count], day)
    return (Judged(window, _periods(window, commitment.per) if commitment.per else None),)


def running(commitment: Commitment, day: date) -> Running | None:
    """What is running at the end of a day; None for a window that rolls, or is counted in meetings."""
    if rolls(commitment):
        return None
    period = period_of(day + ONE_DAY, _step(commitment))
    return Running(period, Judged(period) if commitment.every else judged(commitment, period.last)[0])


def first_complete(commitment: Commitment, start: date) -> date:
    """The day at whose end the first period that begins on a day or later is complete."""
    if commitment.every:
        return _first_from(start, commitment.every).last
    if commitment.per:
        one = one_period(commitment.per)
        return one.after(_first_from(start, _grain(one)).first) - ONE_DAY
    over = _calendar(commitment)
    return over.after(start) - ONE_DAY if over else start


def gone(commitment: Commitment, day: date, since: date) -> date:
    """The first day after another one at whose end no window that is judged reaches back to a day any more. Not for
    meetings, whose days nobody knows yet.
    """
    over = _calendar(commitment) or one_period(commitment.every or commitment.per or "day")
    later = max(over.after(day), since + ONE_DAY)
    while reaches_back_to(commitment, later) <= day:
        later = _next_judged(commitment, later) + ONE_DAY
    return _next_judged(commitment, later)


def reaches_back_to(commitment: Commitment, day: date) -> date:
    """The first day of all that is judged when a commitment is judged the next time, from a day on."""
    return judged(commitment, _next_judged(commitment, day))[0].window.first


def begun(commitment: Commitment, day: date) -> date:
    """The first day of the period after which a commitment is judged at the end of a day; the day itself where the
    window rolls.
    """
    return period_of(day, _step(commitment)).first


def one_period(per: Period) -> Duration:
    """One period, as a length."""
    return Duration(1, f"{per}s") if per in ("day", "week") else Duration(_MONTHS[per], "months")


def _calendar(commitment: Commitment) -> Duration | None:
    """`over`, where it is a length that the calendar knows."""
    return commitment.over if commitment.over and commitment.over.unit != "meetings" else None


def _each(every: Period, over: Duration | None, day: date) -> list[Window]:
    """The calendar periods that lie wholly in a length of time up to the end of the last complete one, which is always
    among them.
    """
    last = complete_periods(every, 1, day)
    most = complete_periods(every, MOST_PERIODS, day)
    return periods_in(rolling(over, last.last).within(most), every) or [last] if over else [last]


def _step(commitment: Commitment) -> Period:
    """After which period of the calendar it is judged anew."""
    if commitment.every:
        return commitment.every
    return _grain(commitment.over or one_period(commitment.per)) if commitment.per else "day"


def _next_judged(commitment: Commitment, day: date) -> date:
    """The first day, from a day on, after which it is judged anew."""
    return period_of(day, _step(commitment)).last


def _first_from(start: date, period: Period) -> Window:
    """The first period that begins on a day or later."""
    found = period_of(start, period)
    return found if found.first == start else period_of(found.last + ONE_DAY, period)


def _complete(over: Duration, day: date) -> Window:
    """The last complete days, ISO weeks or calendar months that make up a length."""
    unit = _grain(over)
    count = over.count * (_MONTHS[PERIODS[over.unit]] if unit == "month" else 1)
    return complete_periods(unit, count, day)


def _grain(over: Duration) -> Period:
    return PERIODS[over.unit] if over.unit in ("days", "weeks") else "month"


def _periods(window: Window, per: Period) -> Fraction | int:
    """How many periods a window holds, exact: months are counted as months, days and weeks by their length."""
    exact = _exact_periods(window, per)
    return exact.numerator if exact.denominator == 1 else exact


def _exact_periods(window: Window, per: Period) -> Fraction:
    if per in ("day", "week"):
        return Fraction(window.days, 7 if per == "week" else 1)
    months = Fraction(0)
    day = window.first
    while day <= window.last:
        month = period_of(day, "month")
        months += Fraction(month.within(window).days, month.days)
        day = month.last + ONE_DAY
    return months / _MONTHS[per]
