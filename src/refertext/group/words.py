"""Words of seats, and when two entries of services, clients or territory mean the same.

Entries are case-folded, singular, in any order. They overlap when all words of one stand in the other, or when the
group's `same_words` join them (design of exclusivity: labels do not decide, words do).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

Words = frozenset[str]

_ES = re.compile(r"(?:ss|sh|ch|x|z)es\Z")
_IE = re.compile(r"(?<=..)ie\Z")
_E = re.compile(r"(?<=..)([sxz]|[cs]h)e\Z")


def words_of(entry: str) -> Words:
    """The words of an entry, case-folded and singular. Marks that belong to a letter are part of the word; what joins
    letters, or only chooses between two forms of one, is not.
    """
    seen = "".join(character for character in entry if not _is_unseen(character))
    folded = unicodedata.normalize("NFKC", seen).casefold().replace("’", "'")
    spaced = "".join(character if _is_of_a_word(character) else " " for character in folded)
    unquoted = (word.strip("'") for word in spaced.split())
    return frozenset(_stem(singular(word)) for word in unquoted if word)


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or unicodedata.name(character, "").startswith("VARIATION SELECTOR")


def _is_of_a_word(character: str) -> bool:
    return character.isalnum() or character == "'" or unicodedata.category(character).startswith("M")


def _stem(word: str) -> str:
    """A singular without the e that nobody can see in its plural: `size` and `box`, but `sizes` and `boxes`."""
    return _E.sub(r"\1", _IE.sub("y", word))


def singular(word: str) -> str:
    """The singular of an English noun, by its ending; other words stay as they are."""
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if _ES.search(word) else word[:-1]


@dataclass(frozen=True, slots=True)
class Reading:
    """What an entry says: its words, and by mark those that belong to a phrase of the group's `same_words`."""

    words: Words
    joined: Mapping[str, Words]


@dataclass(frozen=True)
class Vocabulary:
    """A group's `same_words`: rows of entries that mean the same."""

    rows: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def _marks(self) -> dict[Words, str]:
        """The joined phrases, each with a mark for what it means; rows that share a phrase mean the same."""
        marks: dict[Words, str] = {}
        for number, row in enumerate(self.rows):
            phrases = {words_of(entry) for entry in row} - {frozenset()}
            joined = {marks[phrase] for phrase in phrases if phrase in marks}
            phrases |= {phrase for phrase, mark in marks.items() if mark in joined}
            marks |= dict.fromkeys(phrases, f"={number}")
        return marks

    def reading(self, entry: str) -> Reading:
        """What an entry says, with the joined phrases in it."""
        words = words_of(entry)
        joined: dict[str, Words] = {}
        for phrase, mark in self._marks.items():
            if phrase <= words:
                joined[mark] = joined.get(mark, frozenset()) | phrase
        return Reading(words, joined)


def covers(wide: Reading, narrow: Reading) -> bool:
    """Whether all words of the one stand in the other, or belong to a phrase that is joined with one there."""
    if not wide.joined or not narrow.joined:
        return bool(wide.words) and wide.words <= narrow.words
    common = wide.joined.keys() & narrow.joined.keys()
    rest = wide.words.difference(*(wide.joined[mark] for mark in common))
    return bool(wide.words) and rest <= narrow.words


def overlaps(one: Reading, other: Reading) -> bool:
    """Whether two entries mean the same, or one is a kind of the other."""
    return covers(one, other) or covers(other, one)


@dataclass(frozen=True, slots=True)
class Entries:
    """One list of a seat, ready to be compared; an empty list stands for everything."""

    texts: tuple[str, ...]
    readings: tuple[Reading, ...]

    @classmethod
    def of(cls, texts: Iterable[str], vocabulary: Vocabulary) -> Entries:
        """The entries of a list of texts."""
        kept = tuple(texts)
        return cls(kept, tuple(vocabulary.reading(text) for text in kept))

    def common(self, other: Entries) -> Iterator[tuple[int, int]]:
        """The pairs of positions at which two lists overlap."""
        for mine, one in enumerate(self.readings):
            for theirs, two in enumerate(other.readings):
                if overlaps(one, two):
                    yield mine, theirs
