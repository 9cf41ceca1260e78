"""Both sides of a match, ready to be compared: what members look for, and what is written about prospects."""

from __future__ import annotations

from dataclasses import dataclass

from refertext.group import Group
from refertext.group.entries import Entries
from refertext.group.words import Reading, Vocabulary
from refertext.patterns import pattern
from refertext.records import Member, Prospect
from refertext.records.member import IdealClient
from refertext.records.types import LONGEST_TEXT, MOST_OF_A_FEW

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
_SENTENCE_END = pattern(r"[.!?;]\s+|\n\s*\n|\n\s*[-*]\s")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a member looks for."""

    industries: Entries
    places: Entries
    triggers: Entries
    roles: Entries
    sizes: tuple[str, ...]
    clients: Entries
    territory: Entries


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a prospect, what they say, and under which key they stand."""

    words: str
    reading: Reading
    key: str

    @property
    def is_of_the_text(self) -> bool:
        """Whether they are a sentence of the text."""
        return self.key == "text"


@dataclass(frozen=True, slots=True)
class Portrait:
    """What is written about a prospect; `sentences` are the alias and those of the text."""

    industry: Told | None
    place: Told | None
    sentences: tuple[Told, ...]

    @property
    def everything(self) -> tuple[Told, ...]:
        """The industry, and the sentences."""
        return (self.industry, *self.sentences) if self.industry else self.sentences


def all_wishes(group: Group) -> dict[str, Wishes]:
    """What everybody looks for, by id."""
    vocabulary = Vocabulary(group.settings.same_words)
    return {id_: _wishes(member, vocabulary) for id_, member in group.members.items()}


def _wishes(member: Member, vocabulary: Vocabulary) -> Wishes:
    ideal, seat = member.ideal_client or IdealClient(), member.seat
    return Wishes(
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
    return Entries(entries.texts, tuple(one.without(_FILLERS) for one in entries.readings))


def portraits(group: Group) -> dict[str, Portrait]:
    """What is written about every prospect, by id."""
    vocabulary = Vocabulary(group.settings.same_words)
    return {id_: _portrait(prospect, vocabulary) for id_, prospect in group.prospects.items()}


def _portrait(prospect: Prospect, vocabulary: Vocabulary) -> Portrait:
    def told(words: str, key: str) -> Told:
        return Told(words, vocabulary.reading(words), key)

    text = (prospect.text or "")[:LONGEST_TEXT]
    sentences = (sentence.strip(" \n.!?;#") for sentence in _SENTENCE_END.split(text))
    return Portrait(
        industry=told(prospect.industry, "industry") if prospect.industry else None,
        place=told(prospect.place, "place") if prospect.place else None,
        sentences=(told(prospect.alias, "alias"), *(told(sentence, "text") for sentence in sentences if sentence)),
    )
