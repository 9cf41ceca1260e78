"""Events by those whom they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from refertext.measures.events import Closed, Handling, Reached, Win
from refertext.measures.timeline import E, Timeline

K = TypeVar("K", bound=Hashable)
R = TypeVar("R", Reached, Closed, Win, Handling)


class Indexed(Generic[K, E]):
    """Timelines by subject; one that nothing is known of has an empty timeline."""

    __slots__ = ("_by_key", "_nothing", "everything")

    def __init__(self, everything: Sequence[E], by_key: Mapping[K, Sequence[E]]) -> None:
        """Of events that are in order of day already."""
        self.everything: Timeline[E] = Timeline(everything, in_order=True)
        self._by_key = {key: Timeline(events, in_order=True) for key, events in by_key.items()}
        self._nothing: Timeline[E] = Timeline()

    def of(self, key: K) -> Timeline[E]:
        """The timeline of a subject."""
        return self._by_key.get(key, self._nothing)

    def __iter__(self) -> Iterator[K]:
        """The subjects of whom anything is known."""
        return iter(self._by_key)


def indexed(events: Iterable[E], keys: Callable[[E], Iterable[K]]) -> Indexed[K, E]:
    """Events by their keys."""
    everything = Timeline(events).events
    apart: dict[K, list[E]] = defaultdict(list)
    for event in everything:
        for key in keys(event):
            apart[key].append(event)
    return Indexed(everything, apart)


class Steps(Generic[R]):
    """Steps that receivers reached, by who gave, who received, or both.

    `by_giver` holds the steps reached with each member's gifts, everything is those of all members; `by_receiver` the
    steps that each member reached, everything is those that anybody reached; `by_pair` what was reached with what one
    member gave to another, giver first.
    """

    def __init__(self, steps: Iterable[R]) -> None:
        given: dict[str, list[R]] = defaultdict(list)
        received: dict[str, list[R]] = defaultdict(list)
        handed: dict[tuple[str, str], list[R]] = defaultdict(list)
        everything = Timeline(steps).events
        for step in everything:
            giver, receiver = step.gift.giver, step.receiver
            if giver:
                given[giver].append(step)
            if receiver:
                received[receiver].append(step)
            if giver and receiver:
                handed[giver, receiver].append(step)
        self.everything: Timeline[R] = Timeline(everything, in_order=True)
        self.by_giver: Indexed[str, R] = Indexed([step for step in everything if step.gift.giver], given)
        self.by_receiver: Indexed[str, R] = Indexed([step for step in everything if step.receiver], received)
        pairs = [step for step in everything if step.gift.giver and step.receiver]
        self.by_pair: Indexed[tuple[str, str], R] = Indexed(pairs, handed)
