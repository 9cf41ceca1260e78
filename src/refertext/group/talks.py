"""Talks: one-to-ones and reviews, at which two sit down together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from refertext.group.pairs import Pair
from refertext.records import Meeting

if TYPE_CHECKING:
    from refertext.group.group import Group


def talks(group: Group) -> Iterator[tuple[Pair, Meeting]]:
    """The one-to-ones and reviews of two, those to come too, each after who met: present ids in order."""
    for meeting in group.meetings.values():
        if meeting.is_talk and len(meeting.between) == 2:
            one, other = sorted(group.resolve("members", id_) for id_ in meeting.between)
            if one != other:
                yield (one, other), meeting


def talk_on(group: Group, two: Pair, day: date, kind: str = "one-to-one") -> Meeting | None:
    """The talk of a kind of two on a day, by their present ids in order; of several the one with the first id."""
    return group.once(_by_day).get((two, day, kind))


def _by_day(group: Group) -> Mapping[tuple[Pair, date, str], Meeting]:
    known = sorted(talks(group), key=lambda talk: talk[1].id, reverse=True)
    return {(two, meeting.date, meeting.kind): meeting for two, meeting in known}
