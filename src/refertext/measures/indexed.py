"""Events by those whom they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from refertext.measures.events import Closed, Gift, Handling, Reached, Win
from refertext.measures.timeline import E, Timeline

K = TypeVar("K", bound=Hashable)
R = TypeVar("R", Reached, Closed, Win, Handling)


class Indexed(Generic[K, E]):
    """Timelines by subject; one that nothing is known of has an empty timeline."""

    __slots__ = ("_by_key", "everything")

    def __init__(self, everything: Sequence[E], by_key: Mapping[K, Sequence[E]]) -> None:
        """Of events that are in order of day already."""
        self.everything: Timeline[E] = Timeline(everything, in_order=True)
        self._by_key = by_key

    def of(self, key: K) -> Timeline[E]:
        """The timeline of a subject."""
        return Timeline(self._by_key.get(key, ()), in_order=True)

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


def apart(events: Iterable[E], key: Callable[[E], K | None]) -> Indexed[K, E]:
    """Events in order of day by the one key that each has, without those that have none."""
    everything: list[E] = []
    by_key: dict[K, list[E]] = defaultdict(list)
    for event in events:
        known = key(event)
        if known:
            everything.append(event)
            by_key[known].append(event)
    return Indexed(everything, by_key)


def in_hands(gifts: Iterable[Gift], key: Callable[[Gift, str], K]) -> Indexed[K, Gift]:
    """Gifts in order of day by a key for each of their receivers, each as it is in that one's hands."""
    everything: list[Gift] = []
    by_key: dict[K, list[Gift]] = defaultdict(list)
    for gift in gifts:
        everything.append(gift)
        for receiver in gift.receivers:
            by_key[key(gift, receiver)].append(gift.taken_by(receiver) if gift.raised else gift)
    return Indexed(everything, by_key)


class Steps(Generic[R]):
    """Steps that receivers reached, by who gave, who received, or both; each index is made when it is asked for."""

    def __init__(self, steps: Iterable[R]) -> None:
        self.everything: Timeline[R] = Timeline(steps)

    @cached_property
    def by_giver(self) -> Indexed[str, R]:
        """The steps reached with each member's gifts; everything is those of all members."""
        return apart(self.everything.events, lambda step: step.gift.giver)

    @cached_property
    def by_receiver(self) -> Indexed[str, R]:
        """The steps that each member reached; everything is those that anybody reached."""
        return apart(self.everything.events, lambda step: step.receiver)

    @cached_property
    def by_pair(self) -> Indexed[tuple[str, str], R]:
        """What was reached with what one member gave to another, giver first."""
        return apart(self.everything.events, _pair)


def _pair(step: Reached | Handling) -> tuple[str, str] | None:
    giver, receiver = step.gift.giver, step.receiver
    return (giver, receiver) if giver and receiver else None
