"""Timelines: events in order of day, of which a window is cut out in no time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Generic, Protocol, TypeVar

from refertext.measures.window import Window
from refertext.problem import Path
from refertext.records import Record


class Event(Protocol):
    """Something that happened on a day, as a record says at a path."""

    @property
    def day(self) -> date:
        """The day."""

    @property
    def record(self) -> Record:
        """The record that says so."""

    @property
    def path(self) -> Path:
        """Where in the record it is said."""


E = TypeVar("E", bound=Event)


class Timeline(Generic[E]):
    """Events in order of day."""

    __slots__ = ("_days", "events")

    def __init__(self, events: Iterable[E] = ()) -> None:
        self.events: list[E] = sorted(events, key=_day)
        self._days = [event.day for event in self.events]

    def within(self, window: Window) -> Sequence[E]:
        """The events of a window."""
        return self.events[bisect_left(self._days, window.first) : bisect_right(self._days, window.last)]

    def until(self, day: date) -> Sequence[E]:
        """The events up to the end of a day."""
        return self.events[: bisect_right(self._days, day)]

    def last(self, day: date) -> E | None:
        """The last event up to the end of a day."""
        number = bisect_right(self._days, day)
        return self.events[number - 1] if number else None


def _day(event: Event) -> date:
    return event.day
