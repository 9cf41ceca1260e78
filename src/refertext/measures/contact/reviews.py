"""When a partnership's reviews are due, and which ones were held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from refertext.group.pairs import Pair
from refertext.measures.events import Encounter
from refertext.measures.facts import Facts
from refertext.measures.window import Window
from refertext.records import Duration, Partnership
from refertext.records.partnership import Reviews


def reviews_due(partnership: Partnership, window: Window) -> list[date]:
    """The days in a window on which a review is due: the end of each turn of its cadence, else of each cycle."""
    if partnership.reviews is None:
        return [cycle.until for cycle in partnership.cycles if cycle.until in window]
    due, turn = [], 1
    while (day := review_due_after(partnership.reviews, partnership.since, turn)) <= window.last:
        if day in window:
            due.append(day)
        turn += 1
    return due


def review_due_after(reviews: Reviews, day: date, turns: int = 1) -> date:
    """The day on which a review is due, so many turns of the cadence after a day."""
    return Duration(reviews.every.count * turns, reviews.every.unit).after(day)


def reviews_between(facts: Facts, pair: Pair, window: Window) -> Sequence[Encounter]:
    """The meetings of kind review between two in a window, in order of day."""
    one, other = sorted(pair)
    met = facts.encounters_of_pairs.of((one, other)).within(window)
    return [encounter for encounter in met if encounter.record.kind == "review"]
