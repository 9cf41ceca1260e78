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


def one_to_one_on(group: Group, two: Pair, day: date) -> Meeting | None:
    """The one-to-one of two on a day, by their present ids in order; of several the one with the first id."""
    return group.once(_one_to_ones).get((two, day))


def _one_to_ones(group: Group) -> Mapping[tuple[Pair, date], Meeting]:
    known = sorted(talks(group), key=lambda talk: talk[1].id, reverse=True)
    return {(two, meeting.date): meeting for two, meeting in known if meeting.kind == "one-to-one"}
