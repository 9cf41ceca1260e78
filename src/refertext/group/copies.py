"""Members' files that were copied: the same person under two ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from refertext.records import Member
from refertext.text.wording import folded

if TYPE_CHECKING:
    from refertext.group.group import Group


def identity(member: Member) -> tuple[str, str]:
    """What tells a person from others: the name and the business, however they are spaced and capitalised."""
    return folded(member.name), folded(member.business)


def people(group: Group) -> Mapping[tuple[str, str], Sequence[Member]]:
    """The members by what tells a person from others, whatever ids they have or had."""
    found: dict[tuple[str, str], list[Member]] = {}
    for member in group.members.values():
        found.setdefault(identity(member), []).append(member)
    return found


def copies(group: Group) -> Iterator[tuple[Member, Member]]:
    """The members whose files look like copies, each after the first one of the same identity, in order of id.

    Alumni do not count: somebody may come back under another id.
    """
    firsts: dict[tuple[str, str], Member] = {}
    for _, member in sorted(group.members.items()):
        if not (member.last_day and member.last_day < group.as_of):
            first = firsts.setdefault(identity(member), member)
            if first is not member:
                yield first, member
