"""Why a member would want a prospect: each reason with its points, and the words that met.

Only what is written counts, and words are compared as those of seats are (`group/words.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from refertext.group import Group
from refertext.group.words import Entries, Reading, Vocabulary, covers, overlaps, words_of
from refertext.records import Member, Prospect
from refertext.records.member import IdealClient
from refertext.records.types import LONGEST_TEXT, MOST_OF_A_FEW


class Ground(StrEnum):
    """What a member would want a prospect for."""

    WISH = "wish list"
    INDUSTRY = "industry"
    TRIGGER = "trigger"
    CLIENTS = "clients"
    PLACE = "place"
    TERRITORY = "territory"
    ROLE = "role"
    SIZE = "size"


POINTS: Mapping[Ground, int] = MappingProxyType(
    {
        Ground.WISH: 5,
        Ground.INDUSTRY: 3,
        Ground.TRIGGER: 3,
        Ground.CLIENTS: 2,
        Ground.PLACE: 2,
        Ground.TERRITORY: 1,
        Ground.ROLE: 1,
        Ground.SIZE: 1,
    }
)
"""What each ground adds to a score, once. Somebody's own wish outweighs any one thing that merely resembles it; place
and territory exclude each other. There is no more to these numbers than the order they make.
"""
DECIDING = frozenset({Ground.WISH, Ground.INDUSTRY, Ground.TRIGGER, Ground.CLIENTS})
"""The grounds of which a match needs one: by place, role or size alone, everybody would want everybody."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: the member's own words (empty on a wish list), and the prospect's in which they were found; these may
    be a sentence of the prospect's text, which is for members only and may hold a real name.
    """

    ground: Ground
    wanted: str = ""
    found: str = ""
    is_of_the_text: bool = False

    @property
    def points(self) -> int:
        """What it adds to the score."""
        return POINTS[self.ground]


def reasons(group: Group, wanter: str, prospect: Prospect) -> tuple[Reason, ...]:
    """Why the member of an id would want a prospect, weightiest first; each ground at most once."""
    wishes, told = group.once(_all_wishes).get(wanter), group.once(_portraits)[prospect.id]
    if wishes is None:
        return ()
    found = [
        Reason(Ground.WISH) if any(group.same_member(id_, wanter) for id_ in prospect.wanted_by) else None,
        _named(Ground.INDUSTRY, wishes.industries, told.industry, told.sentences),
        _in_a_sentence(Ground.TRIGGER, wishes.triggers, told.sentences),
        _in_a_sentence(Ground.CLIENTS, wishes.clients, told.everything),
        _named(Ground.PLACE, wishes.places, told.place, told.sentences)
        or _named(Ground.TERRITORY, wishes.territory, told.place, told.sentences),
        _in_a_sentence(Ground.ROLE, wishes.roles, told.sentences),
        _size(wishes.sizes, told.sentences),
    ]
    return tuple(reason for reason in found if reason)


def is_outside_territory(group: Group, wanter: str, prospect: Prospect) -> bool:
    """Whether a prospect's place is known, and is none of those in which the member of an id works."""
    wishes, place = group.once(_all_wishes).get(wanter), group.once(_portraits)[prospect.id].place
    if wishes is None or place is None or not wishes.territory.texts:
        return False
    return not any(overlaps(one, place.reading) for one in (*wishes.territory.readings, *wishes.places.readings))


# Both sides, ready to be compared

_FILLERS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "has",
        "have",
        "her",
        "his",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "that",
        "the",
        "their",
        "they",
        "this",
        "to",
        "was",
        "who",
        "with",
    ]
)
_SENTENCE_END = re.compile(r"[.!?;]\s+|\n\s*\n|\n\s*[-*]\s")


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What a member looks for."""

    industries: Entries
    places: Entries
    triggers: Entries
    roles: Entries
    sizes: tuple[str, ...]
    clients: Entries
    territory: Entries


@dataclass(frozen=True, slots=True)
class _Told:
    """Words of a prospect, what they say, and whether they are a sentence of the text."""

    words: str
    reading: Reading
    is_of_the_text: bool = False


@dataclass(frozen=True, slots=True)
class _Portrait:
    """What is written about a prospect; `sentences` are the alias and those of the text."""

    industry: _Told | None
    place: _Told | None
    sentences: tuple[_Told, ...]

    @property
    def everything(self) -> tuple[_Told, ...]:
        """The industry, and the sentences."""
        return (self.industry, *self.sentences) if self.industry else self.sentences


def _all_wishes(group: Group) -> dict[str, _Wishes]:
    vocabulary = Vocabulary(group.settings.same_words)
    return {id_: _wishes(member, vocabulary) for id_, member in group.members.items()}


def _wishes(member: Member, vocabulary: Vocabulary) -> _Wishes:
    ideal, seat = member.ideal_client or IdealClient(), member.seat
    return _Wishes(
        industries=_pithy(ideal.industries, vocabulary),
        places=_pithy(ideal.places, vocabulary),
        triggers=_pithy(ideal.triggers, vocabulary),
        roles=_pithy(ideal.roles, vocabulary),
        sizes=ideal.sizes[:MOST_OF_A_FEW],
        clients=_pithy(seat.clients if seat else (), vocabulary),
        territory=_pithy(seat.territory if seat else (), vocabulary),
    )


def _pithy(texts: tuple[str, ...], vocabulary: Vocabulary) -> Entries:
    """The entries without the small words that say nothing by themselves."""
    entries = Entries.of(texts[:MOST_OF_A_FEW], vocabulary)
    return Entries(entries.texts, tuple(Reading(one.words - _FILLERS, one.joined) for one in entries.readings))


def _portraits(group: Group) -> dict[str, _Portrait]:
    vocabulary = Vocabulary(group.settings.same_words)
    return {id_: _portrait(prospect, vocabulary) for id_, prospect in group.prospects.items()}


def _portrait(prospect: Prospect, vocabulary: Vocabulary) -> _Portrait:
    def told(text: str | None) -> _Told | None:
        return _Told(text, vocabulary.reading(text)) if text else None

    text = (prospect.text or "")[:LONGEST_TEXT]
    sentences = (sentence.strip(" \n.!?;#") for sentence in _SENTENCE_END.split(text))
    said = (_Told(sentence, vocabulary.reading(sentence), is_of_the_text=True) for sentence in sentences if sentence)
    return _Portrait(
        industry=told(prospect.industry),
        place=told(prospect.place),
        sentences=(_Told(prospect.alias, vocabulary.reading(prospect.alias)), *said),
    )


# Comparing


def _named(ground: Ground, wanted: Entries, named: _Told | None, sentences: Iterable[_Told]) -> Reason | None:
    """The first entry that overlaps with what a key names; where the key says nothing, the first in a sentence."""
    if named is None:
        return _in_a_sentence(ground, wanted, sentences)
    meeting = (text for text, reading in _pairs(wanted) if overlaps(reading, named.reading))
    first = next(meeting, None)
    return Reason(ground, first, named.words) if first is not None else None


def _in_a_sentence(ground: Ground, wanted: Entries, sentences: Iterable[_Told]) -> Reason | None:
    """The first entry all words of which stand in one sentence."""
    sentences = tuple(sentences)
    for text, reading in _pairs(wanted):
        for said in sentences:
            if covers(reading, said.reading):
                return Reason(ground, text, said.words, said.is_of_the_text)
    return None


def _pairs(entries: Entries) -> Iterator[tuple[str, Reading]]:
    return zip(entries.texts, entries.readings, strict=True)


_RANGE = re.compile(r"(\d{1,6})\s*(?:(?:[-–]|to)\s*(\d{1,6})|\+)\Z")
_PEOPLE = re.compile(r"\b(\d{1,6})\s+([^\W\d_]+)|\b(?:staff|team|crew) of (\d{1,6})\b", re.IGNORECASE)
_WHO_IS_COUNTED = words_of("people persons employees staff workers heads hands")


def _size(wanted: Iterable[str], sentences: Iterable[_Told]) -> Reason | None:
    """The first size that a number of people in a sentence lies in: `80 people` in `50-500`, `staff of 12` in `10+`."""
    counts = [(match[0], count) for said in sentences for match, count in _counts(said.words)]
    for size in wanted:
        match = _RANGE.match(size.strip())
        if match:
            for said, count in counts:
                if int(match[1]) <= count and (match[2] is None or count <= int(match[2])):
                    return Reason(Ground.SIZE, size, said)
    return None


def _counts(sentence: str) -> Iterator[tuple[re.Match[str], int]]:
    for match in _PEOPLE.finditer(sentence):
        if match[3] or words_of(match[2]) <= _WHO_IS_COUNTED:
            yield match, int(match[3] or match[1])
