"""Lists of seats: which entries of two lists overlap.

Two lists may have dozens of entries each, and every list is compared with those of all other seats. So a list knows
where each word stands in it, and only entries with words in common are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from refertext.group.words import Reading, Spelled, Vocabulary, Words, covers_as_spelled, says_everything, words_of


class Way(NamedTuple):
    """A way in which entries of a list are spelt, and their positions."""

    spelled: Spelled
    positions: set[int]


@dataclass(frozen=True)
class Entries:
    """One list of a seat, ready to be compared; an empty list stands for everything."""

    texts: tuple[str, ...]
    readings: tuple[Reading, ...]

    @classmethod
    def of(cls, texts: Iterable[str], vocabulary: Vocabulary) -> Entries:
        """The entries of a list of texts; none where one of them says that it is everything."""
        kept = tuple(texts)
        if any(map(says_everything, kept)):
            kept = ()
        return cls(kept, tuple(vocabulary.reading(text) for text in kept))

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The ways in which the entries are spelt, each once."""
        found: dict[object, tuple[Spelled, set[int]]] = {}
        for position, reading in enumerate(self.readings):
            for spelled in reading.spelled:
                key = spelled.words, frozenset(spelled.joined.items())
                found.setdefault(key, (spelled, set()))[1].add(position)
        return tuple(Way(*way) for way in found.values())

    @cached_property
    def by_words(self) -> Mapping[Words, set[int]]:
        """The positions of the entries that have the very same words."""
        found: dict[Words, set[int]] = {}
        for position, text in enumerate(self.texts):
            found.setdefault(words_of(text), set()).add(position)
        return found

    @cached_property
    def _numbers(self) -> Mapping[str, set[int]]:
        """The numbers of the ways, by their words and the marks of what they mean."""
        found: dict[str, set[int]] = {}
        for number, way in enumerate(self.ways):
            for key in way.spelled.words | way.spelled.joined.keys():
                found.setdefault(key, set()).add(number)
        return found

    @cached_property
    def _sought(self) -> frozenset[str]:
        """The words of all entries, and the marks of what they may be said by in another list."""
        return frozenset(key for way in self.ways for word in way.spelled.words for key in _keys(word, way.spelled))

    def common(self, other: Entries) -> Iterator[tuple[int, int]]:
        """The pairs of positions at which two lists overlap."""
        return ((mine, theirs) for mine, found in enumerate(self.overlapping(other)) for theirs in sorted(found))

    def overlapping(self, other: Entries) -> Sequence[set[int]]:
        """By position in this list the positions in another one at which they overlap."""
        overlapping: list[set[int]] = [set() for _ in self.readings]
        for way in self._ways_known_to(other):
            theirs = other.covered_by(way.spelled)
            for mine in way.positions if theirs else ():
                overlapping[mine] |= theirs
        for way in other._ways_known_to(self):
            for mine in self.covered_by(way.spelled):
                overlapping[mine] |= way.positions
        return overlapping

    def under(self, wide: Entries) -> set[int]:
        """The positions of the entries that are a kind of something in another list."""
        return {position for way in wide._ways_known_to(self) for position in self.covered_by(way.spelled)}

    def _ways_known_to(self, other: Entries) -> Sequence[Way]:
        """The ways in which the entries are spelt; none if no word of theirs stands in another list."""
        return () if self._sought.isdisjoint(other._numbers) else self.ways

    def covered_by(self, wide: Spelled) -> set[int]:
        """The positions of the entries all words of a wider one stand in."""
        ways = (self.ways[number] for number in self._with_all_words(wide))
        return {position for way in ways if covers_as_spelled(wide, way.spelled) for position in way.positions}

    def _with_all_words(self, wide: Spelled) -> Iterable[int]:
        """The numbers of the ways in which each word of a wider entry stands, or may stand in what is joined there."""
        found: list[set[int]] = []
        for word in wide.words:
            numbers = [self._numbers[key] for key in _keys(word, wide) if key in self._numbers]
            if not numbers:
                return ()
            found.append(numbers[0].union(*numbers[1:]) if len(numbers) > 1 else numbers[0])
        return found[0].intersection(*found[1:]) if found else ()


def _keys(word: str, spelled: Spelled) -> Sequence[str]:
    """A word of an entry, and the marks of the phrases it is part of."""
    return (word, *spelled.vocabulary.phrases_with((word,)))
