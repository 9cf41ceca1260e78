"""The times of a membership, as ranges of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
