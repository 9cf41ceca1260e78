"""When a partnership's reviews are due."""

from __future__ import annotations

from datetime import date

from refertext.measures.window import Window
from refertext.records import Duration, Partnership


def reviews_due(partnership: Partnership, window: Window) -> list[date]:
    """The days in a window on which a review is due: the end of each turn of its cadence, else of each cycle."""
    if partnership.reviews is None:
        return [cycle.until for cycle in partnership.cycles if cycle.until in window]
    every, due, turn = partnership.reviews.every, [], 1
    while (day := Duration(every.count * turn, every.unit).after(partnership.since)) <= window.last:
        if day in window:
            due.append(day)
        turn += 1
    return due
