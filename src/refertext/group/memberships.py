"""The times of a membership, as ranges of days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from refertext.problem import Path
from refertext.records import Member


@dataclass(frozen=True, slots=True)
class Time:
    """One time in the group, both days included; `path` leads to its block in the member's file."""

    joined: date
    left: date
    path: Path

    @property
    def is_backwards(self) -> bool:
        """Whether it ends before it begins."""
        return self.left < self.joined


def times(member: Member) -> tuple[Time, ...]:
    """A member's times in the group, earlier ones first as they are written; one without end lasts for ever."""
    earlier = [Time(time.joined, time.left, ("earlier", n)) for n, time in enumerate(member.earlier)]
    if member.joined:
        earlier.append(Time(member.joined, member.last_day or date.max, ()))
    return tuple(earlier)


def present_since(member: Member, day: date) -> date | None:
    """The first day of the time in the group that a day belongs to; None if it belongs to none."""
    return max((time.joined for time in times(member) if time.joined <= day <= time.left), default=None)


def counted_days(members: Sequence[Member], first: date, last: date) -> int:
    """How many days of a range all of some people were members and not on leave."""
    days = 0
    for span in _common(members, first, last):
        starts = {span.first, *(day for member in members for day in _turns(member) if span.first < day <= span.last)}
        borders = [*sorted(starts), span.last + timedelta(days=1)]
        for start, end in pairwise(borders):
            if not any(member.was_on_leave_on(start) for member in members):
                days += (end - start).days
    return days


@dataclass(frozen=True, slots=True)
class _Span:
    first: date
    last: date


def _common(members: Sequence[Member], first: date, last: date) -> Iterator[_Span]:
    """The stretches of a range in which all of them were members."""
    spans = [_Span(first, last)]
    for member in members:
        spans = [
            _Span(max(span.first, time.joined), min(span.last, time.left)) for span in spans for time in times(member)
        ]
    yield from (span for span in spans if span.first <= span.last)


def _turns(member: Member) -> Iterator[date]:
    """The days on which leave begins, and those after it ends."""
    for leave in member.leave:
        yield leave.from_
        yield leave.until + timedelta(days=1)
