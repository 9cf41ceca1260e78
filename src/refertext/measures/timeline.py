"""Timelines: events in order of day, of which a window is cut out in no time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter
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


_DAY = attrgetter("day")


class Timeline(Generic[E]):
    """Events in order of day."""

    __slots__ = ("events",)

    def __init__(self, events: Iterable[E] = (), *, in_order: bool = False) -> None:
        """Of any events; a list of events that are in order already is taken as it is, and must not change any more."""
        self.events: list[E] = events if in_order and isinstance(events, list) else list(events)
        if not in_order:
            self.events.sort(key=_DAY)

    def within(self, window: Window) -> Sequence[E]:
        """The events of a window."""
        first = bisect_left(self.events, window.first, key=_DAY)
        return self.events[first : bisect_right(self.events, window.last, lo=first, key=_DAY)]

    def until(self, day: date) -> Sequence[E]:
        """The events up to the end of a day."""
        return self.events[: bisect_right(self.events, day, key=_DAY)]

    def last(self, day: date) -> E | None:
        """The last event up to the end of a day."""
        number = bisect_right(self.events, day, key=_DAY)
        return self.events[number - 1] if number else None
