"""Days and windows drawn by number, most of them where something begins or ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from random import Random

from refertext.group import Group
from refertext.measures import GROUP, Kind, Measure, Subject, Window, a_member, a_pair

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_JOINED = re.compile(r'\bjoined"?: "?(\d{4}-\d\d-\d\d)')
_BESIDE = (0, 0, 0, 0, -1, 1, -365)
_OF_NEWCOMERS = (0, 27, 28, 89, 90)
FOREVER = date(2199, 12, 31)


class Drawn:
    """Days around those that are written in the files of a group."""

    def __init__(self, seed: int, texts: Mapping[str, str]) -> None:
        self.random = Random(seed)
        self.days = sorted({date.fromisoformat(day) for text in texts.values() for day in _DAY.findall(text)})
        self.joined = [date.fromisoformat(day) for _, text in sorted(texts.items()) for day in _JOINED.findall(text)]

    def day(self) -> date:
        return self.random.choice(self.days) + timedelta(days=self.random.choice(_BESIDE))

    def windows(self) -> list[Window]:
        """From one day to another, a single day, one that never ends, one that ends when a member is no newcomer any
        more, and an empty one or one before all records.
        """
        (one, other), single, start = sorted((self.day(), self.day())), self.day(), self.day()
        settled = self.random.choice(self.joined or self.days) + timedelta(days=self.random.choice(_OF_NEWCOMERS))
        odd = (
            Window(start, start - timedelta(days=self.random.randint(1, 30))),
            Window(self.days[0] - timedelta(days=40), self.days[0] - timedelta(days=20)),
        )
        usual = (Window(one, other), Window(single, single), Window(start, FOREVER), Window(self.days[0], settled))
        return [*usual, self.random.choice(odd)]


def seen_as_of(group: Group, day: date) -> Group:
    """The same records seen as of another day."""
    return replace(group, as_of=day, present=day)


def subjects(group: Group, measure: Measure) -> Iterator[Subject]:
    """All whom a measure is made for."""
    if Kind.GROUP in measure.kinds:
        yield GROUP
    if Kind.MEMBER in measure.kinds:
        yield from map(a_member, group.members)
    if Kind.PAIR in measure.kinds:
        yield from (a_pair(one, other) for one, other in permutations(group.members, 2))
