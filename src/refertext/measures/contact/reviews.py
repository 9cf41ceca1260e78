"""When a partnership's reviews are due, and which ones were held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count, takewhile

from refertext.group.pairs import Pair
from refertext.measures.events import Encounter, ReviewDue
from refertext.measures.facts import Facts
from refertext.measures.window import Window
from refertext.records import Duration, Partnership
from refertext.records.partnership import Reviews


def reviews_due(partnership: Partnership, window: Window) -> list[date]:
    """The days in a window on which a review is due: the end of each turn of its cadence, else of each cycle."""
    return [due.day for due in _reviews_due(partnership, window)]


def reviews_missed(partnership: Partnership, held: Sequence[Encounter], window: Window) -> list[ReviewDue]:
    """The reviews due in a window for which none was held: none since the one before was due, nor one that is left over
    from elsewhere in the window, so that they are as many as are missing.
    """
    left, missed, before = [encounter.day for encounter in held], [], date.min
    for due in _reviews_due(partnership, window):
        own = next((day for day in left if before < day <= due.day), None)
        if own:
            left.remove(own)
        else:
            missed.append(due)
        before = due.day
    return missed[len(left) :]


def _reviews_due(partnership: Partnership, window: Window) -> list[ReviewDue]:
    reviews = partnership.reviews
    if reviews is None:
        days = ((cycle.until, ("cycles", number, "until")) for number, cycle in enumerate(partnership.cycles))
        return [ReviewDue(day, partnership, path) for day, path in sorted(days) if day in window]
    turns = takewhile(
        lambda day: day <= window.last, (review_due_after(reviews, partnership.since, turn) for turn in count(1))
    )
    return [ReviewDue(day, partnership, ("reviews", "every")) for day in turns if day in window]


def review_due_after(reviews: Reviews, day: date, turns: int = 1) -> date:
    """The day on which a review is due, so many turns of the cadence after a day."""
    return Duration(reviews.every.count * turns, reviews.every.unit).after(day)


def reviews_between(facts: Facts, pair: Pair, window: Window) -> Sequence[Encounter]:
    """The meetings of kind review between two in a window, in order of day."""
    one, other = sorted(pair)
    met = facts.encounters_of_pairs.of((one, other)).within(window)
    return [encounter for encounter in met if encounter.record.kind == "review"]
