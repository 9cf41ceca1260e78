"""Whom a name in a slip means: any start of an id or a name that can mean one member only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from refertext.group import Group
from refertext.group.unreadable import lacks_members
from refertext.patterns import pattern
from refertext.records import Member, nearest
from refertext.slips.piece import Piece
from refertext.slips.slip import unclear, waiting
from refertext.text.slug import slug
from refertext.text.wording import folded, listed

_MOST = 8
"""Names that are listed in a fault."""
_MOST_WORDS = 4
"""Words of a name that are looked for at the start of a remark."""
_AND = pattern(r"\A(?:[&+,\s]+|(?:and|also|so\s+(?:is|was)|with|plus|not)\b\s*)+", re.IGNORECASE)
_SPACED = pattern(r"[\s,;:.!?()&+/]+|\s-+\s")
_VERBS = ("will", "may")


class _Called(NamedTuple):
    """How one member may be called."""

    member: Member
    folded: str
    slug: str


def member_meant(group: Group, piece: Piece, day: date) -> str:
    """The present id of whom a name means. Members of that day come before those who have left, or are to come.

    UnclearError where it means nobody, or several.
    """
    present = group.resolve("members", piece.text.casefold())
    if present in group.members:
        return present
    everybody = group.once(_everybody)
    members = [one for one in everybody if one.member.was_member_on(day)]
    meant = _meant(members, everybody, piece)
    if _may_be_unread(group, meant, piece):
        raise waiting(f"The file of “{piece.text}” in members/ cannot be read", piece)
    if len(meant) == 1:
        return meant[0].member.id
    if meant:
        choices = listed([f"{one.member.name} ({one.member.id})" for one in meant[:_MOST]], "or")
        raise unclear(f"“{piece.text}” may be {choices}", "write more of the name, or the id", piece)
    mend = _mend(members, piece)
    readable = " whose file can be read" if lacks_members(group) else ""
    raise unclear(f"There is no member “{piece.text}”{readable}", mend, piece)


def is_called(group: Group, piece: Piece, day: date) -> Member | None:
    """The member of a day whose whole name, first name or id this is, and no other one's."""
    wanted, plain = folded(piece.text), slug(piece.text)
    found = [
        one.member
        for one in group.once(_everybody)
        if one.member.was_member_on(day) and (_by_all(one, wanted, plain) or wanted == one.folded.split()[0])
    ]
    return found[0] if len(found) == 1 else None


def named_first(group: Group, piece: Piece, day: date) -> Member | None:
    """A member of a day with whose name, or a word of it, some words begin, after an `and`; `will` and `may` in small
    letters are no names.
    """
    words = _SPACED.sub(" ", _AND.sub("", piece.text)).split()
    starts = {folded(" ".join(words[:count])) for count in range(1, _MOST_WORDS + 1)}
    if words and words[0] in _VERBS:
        return None
    return next(
        (
            one.member
            for one in group.once(_everybody)
            if one.member.was_member_on(day)
            and not starts.isdisjoint((one.folded, one.member.id, one.slug, *one.folded.split()))
        ),
        None,
    )


def _everybody(group: Group) -> tuple[_Called, ...]:
    return tuple(_Called(one, folded(one.name), slug(one.name)) for _, one in sorted(group.members.items()))


def _meant(members: Sequence[_Called], everybody: Sequence[_Called], piece: Piece) -> list[_Called]:
    """Who may be meant: by the whole name, else by its start, else by one of its words."""
    wanted, plain = folded(piece.text), slug(piece.text)
    for is_called in (_by_all, _by_start, _by_word):
        for people in (members, everybody):
            found = [one for one in people if is_called(one, wanted, plain)]
            if found:
                return found
    return []


def _may_be_unread(group: Group, meant: Sequence[_Called], piece: Piece) -> bool:
    """Whether a name may mean somebody whose file cannot be read, as far as the ids tell; not where it is the whole
    name of somebody else.
    """
    plain, ids = slug(piece.text), group.unread["members"]
    if not plain or any(_by_all(one, folded(piece.text), plain) for one in meant):
        return False
    if any(id_.startswith(plain) or plain in id_.split("-") for id_ in ids):
        return True
    return not meant and ("members" in group.lost or nearest(plain, ids) is not None)


def _by_all(one: _Called, wanted: str, plain: str) -> bool:
    return wanted == one.folded or bool(plain and plain in (one.member.id, one.slug))


def _by_start(one: _Called, wanted: str, plain: str) -> bool:
    return one.folded.startswith(wanted) or bool(
        plain and (one.member.id.startswith(plain) or one.slug.startswith(plain))
    )


def _by_word(one: _Called, wanted: str, plain: str) -> bool:
    return wanted in one.folded.split() or plain in one.slug.split("-")


def _mend(members: Sequence[_Called], piece: Piece) -> str:
    spoken = {name: one.member.name for one in members for name in (one.member.id, one.folded, *one.folded.split())}
    near = nearest(folded(piece.text), spoken)
    if near:
        return f"did you mean {spoken[near]}?"
    names = [one.member.name for one in members]
    shown = ", ".join(names[:_MOST]) + (", …" if len(names) > _MOST else "")
    return f"write one of {shown}" if names else "write the name of a member"
