"""The times of a membership, as ranges of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from refertext.group.copies import identity, people
from refertext.problem import Path, Place
from refertext.records import Member

if TYPE_CHECKING:
    from refertext.group.group import Group

Stretch = tuple[date, date]
"""Some days in a row: the first and the last of them."""
Stretches = tuple[Stretch, ...]
_ONE_DAY = timedelta(days=1)


class Time(NamedTuple):
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


class Leaving(NamedTuple):
    """The last day of somebody's time in the group, and where it is written."""

    day: date
    place: Place


def last_left_before(group: Group, member: Member, day: date) -> Leaving | None:
    """When a person left the group the last time before a day, under whatever id; None if they never did."""
    left = [
        Leaving(time.left, Place(file.file, (*time.path, "left")))
        for file in group.once(people)[identity(member)]
        for time in times(file)
        if time.left < day and not time.is_backwards
    ]
    return max(left, key=lambda leaving: leaving.day, default=None)


def present_since(member: Member, day: date) -> date | None:
    """The first day of the time in the group that a day belongs to; None if it belongs to none."""
    return max((time.joined for time in times(member) if time.joined <= day <= time.left), default=None)


def held_since(member: Member, day: date) -> date:
    """Since when somebody held the seat they held on a day of membership."""
    changes = [former.until + _ONE_DAY for former in member.former_seats if former.until < day]
    return max([present_since(member, day) or day, *changes])


def counted_stretches(member: Member) -> Stretches:
    """The stretches of days on which somebody was a member and not on leave, in order, none overlapping."""
    stretches = _joined_up(sorted((time.joined, time.left) for time in times(member) if not time.is_backwards))
    for leave in member.leave:
        if leave.from_ <= leave.until:
            stretches = [part for stretch in stretches for part in _without(stretch, leave.from_, leave.until)]
    return tuple(stretches)


def common_stretches(one: Stretches, other: Stretches) -> Stretches:
    """The stretches of days that both have."""
    both = ((max(a[0], b[0]), min(a[1], b[1])) for a in one for b in other)
    return tuple((first, last) for first, last in both if first <= last)


def days_within(stretches: Stretches, first: date, last: date) -> int:
    """How many days of some stretches lie in a range, both ends included."""
    days = 0
    for start, end in stretches:
        days += max(0, (min(end, last) - max(start, first)).days + 1)
    return days


def counted_days(members: Iterable[Member], first: date, last: date) -> int:
    """How many days of a range all of some people were members and not on leave."""
    stretches: Stretches = ((first, last),)
    for member in members:
        stretches = common_stretches(stretches, counted_stretches(member))
    return days_within(stretches, first, last)


def _joined_up(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches in order of their first days, those that overlap or touch put together."""
    found: list[Stretch] = []
    for first, last in stretches:
        if found and (first - found[-1][1]).days <= 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def _without(stretch: Stretch, first: date, last: date) -> Iterator[Stretch]:
    """What is left of a stretch where the days of a range are taken out."""
    start, end = stretch
    if start < first:
        yield start, min(end, first - _ONE_DAY)
    if end > last:
        yield max(start, last + _ONE_DAY), end
