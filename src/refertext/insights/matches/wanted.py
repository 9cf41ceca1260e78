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
from refertext.group.entries import Entries
from refertext.group.words import Reading, covers, overlaps, words_of
from refertext.insights.matches.both_sides import Told, all_wishes, portraits
from refertext.patterns import pattern
from refertext.problem import Path
from refertext.records import Prospect


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
    be a sentence of the prospect's text, which is for members only and may hold a real name. `wanted_at` and `found_at`
    are the paths to both, in the member's file and in the prospect's.
    """

    ground: Ground
    wanted: str = ""
    found: str = ""
    is_of_the_text: bool = False
    wanted_at: Path = ()
    found_at: Path = ()

    @property
    def points(self) -> int:
        """What it adds to the score."""
        return POINTS[self.ground]


def reasons(group: Group, wanter: str, prospect: Prospect) -> tuple[Reason, ...]:
    """Why the member of an id would want a prospect, weightiest first; each ground at most once."""
    wishes, told = group.once(all_wishes).get(wanter), group.once(portraits)[prospect.id]
    if wishes is None:
        return ()
    found = [
        _wish(group, wanter, prospect),
        _named(Ground.INDUSTRY, wishes.industries, told.industry, told.sentences),
        _in_a_sentence(Ground.TRIGGER, wishes.triggers, told.sentences),
        _in_a_sentence(Ground.CLIENTS, wishes.clients, told.everything),
        _named(Ground.PLACE, wishes.places, told.place, told.sentences)
        or _named(Ground.TERRITORY, wishes.territory, told.place, told.sentences),
        _in_a_sentence(Ground.ROLE, wishes.roles, told.sentences),
        _size(wishes.sizes, told.sentences),
    ]
    return tuple(reason for reason in found if reason)


def _wish(group: Group, wanter: str, prospect: Prospect) -> Reason | None:
    for number, id_ in enumerate(prospect.wanted_by):
        if group.same_member(id_, wanter):
            return Reason(Ground.WISH, found_at=("wanted_by", number))
    return None


def is_outside_territory(group: Group, wanter: str, prospect: Prospect) -> bool:
    """Whether a prospect's place is known, and is none of those in which the member of an id works."""
    wishes, place = group.once(all_wishes).get(wanter), group.once(portraits)[prospect.id].place
    if wishes is None or place is None or not wishes.territory.texts:
        return False
    return not any(overlaps(one, place.reading) for one in (*wishes.territory.readings, *wishes.places.readings))


# Comparing

_WRITTEN_UNDER: Mapping[Ground, Path] = MappingProxyType(
    {
        Ground.INDUSTRY: ("ideal_client", "industries"),
        Ground.TRIGGER: ("ideal_client", "triggers"),
        Ground.CLIENTS: ("seat", "clients"),
        Ground.PLACE: ("ideal_client", "places"),
        Ground.TERRITORY: ("seat", "territory"),
        Ground.ROLE: ("ideal_client", "roles"),
        Ground.SIZE: ("ideal_client", "sizes"),
    }
)
"""Where in a member's file stands what they look for."""


def _named(ground: Ground, wanted: Entries, named: Told | None, sentences: Iterable[Told]) -> Reason | None:
    """The first entry that overlaps with what a key names; where the key says nothing, the first in a sentence."""
    if named is None:
        return _in_a_sentence(ground, wanted, sentences)
    for number, text, reading in _numbered(wanted):
        if overlaps(reading, named.reading):
            return _reason(ground, number, text, named)
    return None


def _in_a_sentence(ground: Ground, wanted: Entries, sentences: Iterable[Told]) -> Reason | None:
    """The first entry all words of which stand in one sentence."""
    sentences = tuple(sentences)
    for number, text, reading in _numbered(wanted):
        for said in sentences:
            if covers(reading, said.reading):
                return _reason(ground, number, text, said)
    return None


def _reason(ground: Ground, number: int, wanted: str, said: Told) -> Reason:
    path = (*_WRITTEN_UNDER[ground], number)
    return Reason(ground, wanted, said.words, said.is_of_the_text, path, (said.key,))


def _numbered(entries: Entries) -> Iterator[tuple[int, str, Reading]]:
    return zip(range(len(entries.texts)), entries.texts, entries.readings, strict=True)


_RANGE = pattern(r"(\d{1,6})\s*(?:(?:[-–]|to)\s*(\d{1,6})|\+)\Z")
_PEOPLE = pattern(r"\b(\d{1,6})\s+([^\W\d_]+)|\b(?:staff|team|crew) of (\d{1,6})\b", re.IGNORECASE)
_WHO_IS_COUNTED = words_of("people persons employees staff workers heads hands")


def _size(wanted: Iterable[str], sentences: Iterable[Told]) -> Reason | None:
    """The first size that a number of people in a sentence lies in: `80 people` in `50-500`, `staff of 12` in `10+`."""
    counts = [(match[0], said.key, count) for said in sentences for match, count in _counts(said.words)]
    for number, size in enumerate(wanted):
        match = _RANGE.match(size.strip())
        if match:
            for said, key, count in counts:
                if int(match[1]) <= count and (match[2] is None or count <= int(match[2])):
                    path = (*_WRITTEN_UNDER[Ground.SIZE], number)
                    return Reason(Ground.SIZE, size, said, wanted_at=path, found_at=(key,))
    return None


def _counts(sentence: str) -> Iterator[tuple[re.Match[str], int]]:
    for match in _PEOPLE.finditer(sentence):
        if match[3] or words_of(match[2]) <= _WHO_IS_COUNTED:
            yield match, int(match[3] or match[1])
