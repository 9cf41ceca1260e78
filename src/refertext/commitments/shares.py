"""Shares and their floors: how many good ones in a row it takes, how many may still fail."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import accumulate, count, islice, takewhile
from math import ceil, floor

from refertext.commitments.bound import Bound
from refertext.commitments.meetings import counts, meeting_after, meeting_days, regular_meetings
from refertext.commitments.periods import is_in_meetings, reaches_back_to
from refertext.commitments.tried import Exact, Tried, counted
from refertext.commitments.verdict import Mend
from refertext.measures import Facts, Subject, Unit, Value
from refertext.measures.window import ONE_DAY

Pushed = Callable[[int], int]
"""How many of the oldest occasions so many further ones push out of a window."""


def in_a_row(facts: Facts, bound: Bound, one: Tried) -> Mend:
    """After how many good ones in a row a share reaches its floor; empty where no number will do, where so many
    meetings are not to come in the period, or where nobody should seek occasions.
    """
    measure = one.value.measure
    if measure.of_failings:
        return Mend()
    number = successes_needed(_good_ones(one), one.at_least or 0, _pushed(facts, bound, one))
    day = _day_of(facts, bound, one, number) if number else None
    if number is None or (bound.commitment.every and day and day > one.window.last):
        return Mend()
    return Mend(f"it takes {counted(number, measure.noun)}{in_a_row_if(number)}", day)


def in_a_row_if(number: int) -> str:
    """What is said of several that must follow each other."""
    return " in a row" if number > 1 else ""


def _day_of(facts: Facts, bound: Bound, one: Tried, number: int) -> date | None:
    """The day of so many further occasions at meetings; None of what may happen on any day."""
    if not one.value.measure.at_meetings:
        return None
    coming = _coming(facts, bound.subject, bound.term.day, [event.day for event in one.value.result.among])
    return coming(number) if coming else None


def to_spare(facts: Facts, bound: Bound, one: Tried) -> str:
    """How many may still fail before a share falls below its floor; empty for a floor of 100 %, where none may."""
    measure, needed = one.value.measure, one.at_least
    if not needed or needed >= 1 or measure.unit is not Unit.SHARE or not measure.failing[0]:
        return ""
    left = _meetings_left(facts, bound, one)
    if left == 0:
        return ""
    room = _room_until_the_end(one, needed, left) if left else _room(facts, bound, one, needed)
    if room:
        until = f" until {one.window.last}" if bound.commitment.every else ""
        return f"room for {counted(room, measure.failing, 'more ')}{until}"
    return f"the next {measure.failing[0]} would be one too many"


def _meetings_left(facts: Facts, bound: Bound, one: Tried) -> int | None:
    """How many regular meetings are still to come in a period; None where nobody can say, or each is no occasion."""
    measure = one.value.measure
    if not bound.commitment.every or not measure.at_meetings or measure.of_failings:
        return None
    if meeting_after(facts, bound, 1) is None:
        return None
    return sum(
        1 for _ in takewhile(lambda day: day <= one.window.last, regular_meetings(facts, bound.subject, bound.term.day))
    )


def _room_until_the_end(one: Tried, needed: Exact, left: int) -> int:
    """How many of the meetings that are left in a period may fail, if all others are good ones."""
    good = _good_ones(one)
    return min(left, floor(sum(good) + left - needed * (len(good) + left)))


def _room(facts: Facts, bound: Bound, one: Tried, needed: Exact) -> int:
    if not one.value.result.among:  # where the whole stands from the beginning
        return floor((one.amount - needed) * one.value.n)
    return failures_allowed(_good_ones(one), needed, _pushed(facts, bound, one) or _nothing_pushed)


def successes_needed(good: Sequence[bool], needed: Exact, pushed: Pushed | None) -> int | None:
    """The smallest number of further successes after which a share below its floor reaches it; None where no number
    will do. `good` are the occasions so far, oldest first; further ones push out old ones, or none where `pushed` is
    None.
    """
    if pushed is None:
        n, k = len(good), sum(good)
        return ceil((needed * n - k) / (1 - needed)) if n and needed < 1 else None
    lost = [0, *accumulate(good)]
    for more in count(1):
        out = min(pushed(more), len(good))
        if lost[-1] - lost[out] + more >= needed * (len(good) - out + more):
            return more
        if out == len(good):
            return None
    return None


def failures_allowed(good: Sequence[bool], needed: Exact, pushed: Pushed) -> int:
    """How many further failures leave a share at its floor, or above; `good` are the occasions so far, oldest first."""
    lost = [0, *accumulate(good)]
    for more in count(1):
        out = min(pushed(more), len(good))
        if lost[-1] - lost[out] < needed * (len(good) - out + more):
            return more - 1
    return 0


def _nothing_pushed(_: int) -> int:
    return 0


def _at_the_pace(days: Sequence[date], today: date) -> Iterator[date]:
    """The days of further occasions at the pace of the old ones, as long as anybody asks; none where they have none."""
    if days and days[0] < days[-1]:
        pace = (days[-1] - days[0]) / (len(days) - 1)
        following = max(days[-1] + pace, today + ONE_DAY)
        yield from (following + number * pace for number in count())


def _pushed(facts: Facts, bound: Bound, one: Tried) -> Pushed | None:
    """How further occasions push out old ones: none where somebody can bring them about today, as gifts, and none out
    of a period of the calendar. At meetings they come as meetings do.
    """
    commitment = bound.commitment
    if commitment.every or not one.value.measure.at_meetings:
        return None
    if is_in_meetings(commitment):
        return _with_the_meetings(one.value, meeting_days(facts, bound.subject, one.value.window), lambda more: more)
    return pushed_by_meetings(facts, one.value, bound.term.day, lambda last: reaches_back_to(commitment, last))


def pushed_by_meetings(facts: Facts, value: Value, today: date, first_day: Callable[[date], date]) -> Pushed | None:
    """How further meetings push the occasions at old ones out of a window that moves on: `first_day` gives its first
    day when it ends with a day. None where nobody can say when they will be.
    """
    met = meeting_days(facts, value.subject, value.window)
    coming = _coming(facts, value.subject, today, met)
    return _with_the_meetings(value, met, lambda more: bisect_left(met, first_day(coming(more)))) if coming else None


def _coming(facts: Facts, subject: Subject, today: date, met: Sequence[date]) -> Callable[[int], date] | None:
    """The days of further meetings that count, counted from 1: the regular ones, or at the pace of those so far."""
    paced = (day for day in _at_the_pace(met, today) if counts(facts, subject, day))
    regular = regular_meetings(facts, subject, today)
    known = list(islice(regular, 1))
    coming = regular if known else paced
    known = known or list(islice(coming, 1))

    def day(number: int) -> date:
        known.extend(islice(coming, max(number - len(known), 0)))
        return known[min(number, len(known)) - 1]

    return day if known else None


def _with_the_meetings(value: Value, met: Sequence[date], pushed: Pushed) -> Pushed:
    """How many of the oldest occasions leave the window with the oldest of the meetings, at some of which they were."""
    days = [event.day for event in value.result.among]
    out = [0, *(bisect_right(days, day) for day in met)]
    return lambda more: out[min(pushed(more), len(met))]


def _good_ones(one: Tried) -> list[bool]:
    """Of each of the occasions, oldest first, whether it counts."""
    good = set(map(id, one.value.result.counted))
    return [id(event) in good for event in one.value.result.among]
