"""Giving calendar: a cell for each day, a column for each week, the darker the more was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from refertext.reports.words import counted
from refertext.site.pictures.heat import heat
from refertext.site.pictures.label import Label, Names, middle

PITCH, SIZE = 16, 13
"""From one cell to the next, and how large one is."""
TOP = 22
_LEFT = 38
_DAYS = ((0, "Mon"), (2, "Wed"), (4, "Fri"))
_BESIDE = 10  # for the name of a month above the last week
_LEAST_BETWEEN = 2  # columns between the names of two months


@dataclass(frozen=True, slots=True)
class Day:
    """A day: where it stands, its fill 0 to 5, and what it says; of an empty one nothing."""

    x: int
    y: int
    heat: int
    said: str


@dataclass(frozen=True, slots=True)
class GivingCalendar:
    """The calendar; `summary` says in a sentence what is to be seen."""

    width: int
    size: int
    weekdays: Names
    months: tuple[Label, ...]
    days: tuple[Day, ...]
    summary: str


def giving_calendar(first: date, last: date, counts: Mapping[date, int]) -> GivingCalendar:
    """The days from the first to the last one, with what was given on each."""
    monday, most = first - timedelta(days=first.weekday()), max(counts.values(), default=0)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    weeks = (last - monday).days // 7 + 1
    return GivingCalendar(
        width=weeks * PITCH + _BESIDE,
        size=SIZE,
        weekdays=Names(_LEFT, TOP + 7 * PITCH, tuple(_weekday(number, text) for number, text in _DAYS)),
        months=_months(monday, days),
        days=tuple(_day(monday, day, counts.get(day, 0), most) for day in days),
        summary=_summary(counts, most),
    )


def _weekday(number: int, text: str) -> Label:
    return Label(_LEFT - 8, middle(TOP, number, PITCH) - 1, text)


def _day(monday: date, day: date, count: int, most: int) -> Day:
    said = f"{day.day} {day:%b} {day.year}: {count}" if count else ""
    return Day(_column(monday, day), TOP + day.weekday() * PITCH, heat(count, most), said)


def _column(monday: date, day: date) -> int:
    return (day - monday).days // 7 * PITCH


def _months(monday: date, days: list[date]) -> tuple[Label, ...]:
    """The name of each month above the week in which its first day is, where there is room for it."""
    labels: list[Label] = []
    for day in days:
        x = _column(monday, day)
        if day.day == 1 or day == days[0]:
            if labels and x - labels[-1].x <= _LEAST_BETWEEN * PITCH:
                labels.pop()
            labels.append(Label(x, TOP - 8, f"{day:%b}"))
    return tuple(labels)


def _summary(counts: Mapping[date, int], most: int) -> str:
    if not most:
        return "Nothing has been given yet."
    best = min(day for day, count in counts.items() if count == most)
    busy = counted(sum(1 for count in counts.values() if count), "day")
    return f"{sum(counts.values())} given on {busy}. Most, {most}, on {best.day} {best:%B} {best.year}."
