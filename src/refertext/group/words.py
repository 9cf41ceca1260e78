"""Words of seats, and when two entries of services, clients or territory mean the same.

Entries are case-folded, singular, in any order, with hyphens or without. They overlap when all words of one stand in
the other, or in what the group's `same_words` join with it (design of exclusivity: labels do not decide, words do).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from refertext.group.plurals import singular, stem
from refertext.patterns import pattern

Words = frozenset[str]

_OF_CAPITALS = pattern(r"\b([A-Z]{2})s\b")
_HYPHEN = pattern(r"(?<=\w)[-\u2010-\u2013\u2212\ufe63\uff0d](?=\w)")
_SPELT_OTHERWISE = (
    (pattern(r"\bn/a\b"), "na"),
    (pattern(r"(?<=[\w)])\((\w)\)"), r"\1"),  # 401(k), 501(c)(3)
    (pattern(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b|\W|\Z)"), ""),  # I.T., D.C.
    (pattern(r"(?<=\d)(?<!\d{4}),(?=\d{3}(?!\d))"), ""),  # 1,000
    (pattern(r"(?<!\w)([^\W\d_])#(?!\w)"), r"\1sharp"),  # C#
    (pattern(r"(?<!\w)([^\W\d_])\+\+(?!\w)"), r"\1plusplus"),  # C++
    (pattern(r"(?<!\w)([^\W\d_])\+(?!\w)"), r"\1plus"),  # A+
)
_NOTHING = frozenset(frozenset([word]) for word in ("na", "none", "nothing", "tba", "tbd"))


@lru_cache(maxsize=16_384)
def words_of(entry: str) -> Words:
    """The words of an entry, case-folded and singular. Marks that belong to a letter are part of the word; what joins
    letters, or only chooses between two forms of one, is not. An entry that says `none` or `n/a` has no words.
    """
    seen = entry if entry.isascii() else "".join(sign for sign in entry if not _is_unseen(sign))
    folded = unicodedata.normalize("NFKC", _OF_CAPITALS.sub(r"\1", seen)).casefold().replace("’", "'")
    spaced = "".join(character if _is_of_a_word(character) else " " for character in _spelt_one_way(folded))
    owners = (word.strip("'").removesuffix("'s") for word in spaced.split())
    words = frozenset(stem(singular(word)) for word in owners if word)
    return frozenset() if words in _NOTHING else words


def _spelt_one_way(folded: str) -> str:
    """The same with signs that are part of a word put into letters, and signs within a word left out."""
    for spelling, usual in _SPELT_OTHERWISE:
        folded = spelling.sub(usual, folded)
    return folded


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or unicodedata.name(character, "").startswith("VARIATION SELECTOR")


def _is_of_a_word(character: str) -> bool:
    return character.isalnum() or character == "'" or unicodedata.category(character).startswith("M")


def spellings(entry: str) -> tuple[Words, ...]:
    """The words of an entry, and where there is a hyphen in one, also those of the entry without: `non-profit`."""
    joined = _HYPHEN.sub("", entry)
    return (words_of(entry),) if joined == entry else (words_of(entry), words_of(joined))


def says_everything(entry: str) -> bool:
    """Whether an entry is no choice: `everybody`, `nationwide`, or all of what its list is about, as `all clients` and
    `every kind of business`, but not `all employers`.
    """
    said = words_of(entry) - _KINDS
    named = said - _EACH
    return bool(said) and (said <= _EVERYTHING or (len(named) == 1 and named < said and named <= _WHAT_LISTS_NAME))


_EVERYTHING = words_of(
    "all any anybody anyone anything anywhere everybody everyone everything everywhere nationwide worldwide"
)
_EACH = words_of("all any each every")
_KINDS = words_of("kind of sort the type")
_WHAT_LISTS_NAME = words_of(
    "services clients customers people businesses companies areas places regions locations territory"
)


@dataclass(frozen=True, slots=True)
class Spelled:
    """One way to spell an entry: its words, and by mark those that belong to a phrase of the group's `same_words`.

    `left_out` are words that were taken from it, and that no phrase brings back.
    """

    words: Words
    joined: Mapping[str, Words]
    vocabulary: Vocabulary
    left_out: Words = frozenset()

    def without(self, words: Words) -> Spelled:
        """The same but for some words."""
        return replace(self, words=self.words - words, left_out=self.left_out | words)

    def says(self, words: Words) -> bool:
        """Whether words stand in it, be it after one of its phrases is exchanged for another that means the same."""
        if words <= self.words:
            return True
        if not self.joined or not words.isdisjoint(self.left_out):
            return False
        missing = words - self.words
        phrases = self.vocabulary.phrases_with(missing)
        return any(
            missing <= phrase and words & self.joined[mark] <= phrase
            for mark in phrases.keys() & self.joined.keys()
            for phrase in phrases[mark]
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What an entry says, in every way in which it may be spelt."""

    spelled: tuple[Spelled, ...]

    def without(self, words: Words) -> Reading:
        """What it says without some words."""
        return Reading(tuple(one.without(words) for one in self.spelled))


@dataclass(frozen=True)
class Vocabulary:
    """A group's `same_words`: rows of entries that mean the same."""

    rows: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def _marks(self) -> dict[Words, str]:
        """The joined phrases, each with a mark for what it means; rows that share a phrase mean the same."""
        marks: dict[Words, str] = {}
        for number, row in enumerate(self.rows):
            phrases = {words for entry in row for words in spellings(entry)} - {frozenset()}
            joined = {marks[phrase] for phrase in phrases if phrase in marks}
            phrases |= {phrase for phrase, mark in marks.items() if mark in joined}
            marks |= dict.fromkeys(phrases, f"={number}")
        return marks

    @cached_property
    def _phrases(self) -> Mapping[str, Mapping[str, Sequence[Words]]]:
        """The phrases that a word stands in, by mark."""
        phrases: dict[str, dict[str, list[Words]]] = {}
        for phrase, mark in self._marks.items():
            for word in phrase:
                phrases.setdefault(word, {}).setdefault(mark, []).append(phrase)
        return phrases

    @cached_property
    def _by_rarest(self) -> Mapping[str, Sequence[Words]]:
        """The phrases, each under that word of it which stands in the fewest."""
        counts = {word: sum(map(len, phrases.values())) for word, phrases in self._phrases.items()}
        found: dict[str, list[Words]] = {}
        for phrase in self._marks:
            found.setdefault(min(phrase, key=counts.__getitem__), []).append(phrase)
        return found

    def phrases_with(self, words: Iterable[str]) -> Mapping[str, Sequence[Words]]:
        """Phrases by mark, among them all that have all of some words: those of the word with the fewest marks."""
        return min((self._phrases.get(word, {}) for word in words), key=len)

    def reading(self, entry: str) -> Reading:
        """What an entry says, with the joined phrases in it."""
        return Reading(tuple(map(self._spelled, spellings(entry))))

    def _spelled(self, words: Words) -> Spelled:
        joined: dict[str, Words] = {}
        for word in words & self._by_rarest.keys():
            for phrase in self._by_rarest[word]:
                if phrase <= words:
                    mark = self._marks[phrase]
                    joined[mark] = joined[mark] | phrase if mark in joined else phrase
        return Spelled(words, joined, self)


def covers(wide: Reading, narrow: Reading) -> bool:
    """Whether all words of the one stand in the other, or belong to a phrase that is joined with one there."""
    return any(covers_as_spelled(one, other) for one in wide.spelled for other in narrow.spelled)


def covers_as_spelled(wide: Spelled, narrow: Spelled) -> bool:
    """Whether the one covers the other when both are spelt in these ways."""
    if not wide.words:
        return False
    common = wide.joined.keys() & narrow.joined.keys() if wide.joined and narrow.joined else ()
    return narrow.says(wide.words.difference(*(wide.joined[mark] for mark in common)))


def overlaps(one: Reading, other: Reading) -> bool:
    """Whether two entries mean the same, or one is a kind of the other."""
    return covers(one, other) or covers(other, one)
