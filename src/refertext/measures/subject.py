"""Subjects: whom a measure is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of subjects."""

    MEMBER = "member"
    PAIR = "pair"
    GROUP = "group"


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """One member, a pair, or the whole group, by present ids. A pair has a direction: from the first to the second."""

    ids: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """Which kind of subject it is."""
        return (Kind.GROUP, Kind.MEMBER, Kind.PAIR)[len(self.ids)]

    @property
    def member(self) -> str:
        """The member's id, or of a pair the first one's."""
        return self.ids[0]

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids of a pair, giver first."""
        one, other = self.ids
        return one, other

    def __str__(self) -> str:
        """As it is written on a command line: an id, two with a plus between them, or `group`."""
        return "+".join(self.ids) or "group"


GROUP = Subject()
"""The whole group."""


def a_member(id_: str) -> Subject:
    """One member as a subject."""
    return Subject((id_,))


def a_pair(one: str, other: str) -> Subject:
    """A pair as a subject, from the one to the other."""
    return Subject((one, other))
