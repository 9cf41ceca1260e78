"""Whom and which days the files that cannot be read may be about, as far as their names tell.

Numbers may be incomplete because of such a file, so who would be reminded because of it is left in peace until it is
mended. The names of referrals and meetings begin with their day, and name the members. A name without a day may be of
any day, and one that does not name members of the group may be about everybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from refertext.patterns import pattern

if TYPE_CHECKING:
    from refertext.group.group import Group

_DATED = pattern(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-(.+)\Z")
_TOLD_APART = pattern(r"-[a-z0-9]{4}\Z")
_EVERYONE, _ANYBODY = "everyone", "?"
_GROUP_MEETING = pattern(r"group\b")

Key = tuple[str, ...]
"""Whom a file may be about: nobody in particular, one member, or two in order; `everyone` stands for whoever it is."""
_Days = Mapping[tuple[str, Key], Sequence[date | None]]


def may_be_missing(group: Group, folder: str, ids: Sequence[str], first: date, last: date) -> bool:
    """Whether something unreadable in referrals/ or meetings/ may be about a member, about two of them together, or
    where none is given about anybody, and dated from a day to another one.

    What went to everyone may have been taken by each. Group meetings are about each member, but about no pair.
    """
    if folder in group.lost:
        return True
    if not group.unread[folder]:
        return False
    days = group.once(_days)
    return any(
        day is None or first <= day <= last for key in _keys(tuple(sorted(ids))) for day in days.get((folder, key), ())
    )


def a_group_meeting_may_be_missing(group: Group, first: date, last: date) -> bool:
    """Whether there may be a group meeting, dated from a day to another one, whose record cannot be read."""
    return may_be_missing(group, "meetings", (_EVERYONE,), first, last)


def lacks_members(group: Group) -> bool:
    """Whether there are members whose files cannot be read."""
    return bool(group.unread["members"]) or "members" in group.lost


def lacks_files(group: Group) -> bool:
    """Whether any record cannot be read."""
    return bool(group.lost) or any(group.unread.values())


def _keys(ids: Key) -> Sequence[Key]:
    """Where to look for what may be about a member, or two."""
    if len(ids) == 2:
        return (_ANYBODY,), ids, *(_sorted(id_, _EVERYONE) for id_ in ids)
    return ((_ANYBODY,), (_EVERYONE,), ids) if ids else ((),)


def _days(group: Group) -> _Days:
    """The days of unreadable referrals and meetings, by folder and whom they may be about; None for any day."""
    found: dict[tuple[str, Key], list[date | None]] = defaultdict(list)
    known = {*group.ids("members"), *group.former["members"], "outside", _EVERYONE}
    for folder in ("referrals", "meetings"):
        for id_ in group.unread[folder]:
            day, rest = _dated(id_)
            named = {group.resolve("members", name) for name in _named(rest, known)}
            for key in [(), *((name,) for name in named), *(_sorted(*both) for both in combinations(named, 2))]:
                found[folder, key].append(day)
    return found


def _dated(id_: str) -> tuple[date | None, str]:
    """The day that an id begins with, and the rest of it."""
    dated = _DATED.match(id_)
    try:
        return (date.fromisoformat(dated[1]), dated[2]) if dated else (None, id_)
    except ValueError:
        return None, id_


def _named(rest: str, known: set[str]) -> set[str]:
    """The members that an id names after its day, in every way in which it may be read."""
    if _GROUP_MEETING.match(rest):
        return {_EVERYONE}
    named: set[str] = set()
    for names in (rest, _TOLD_APART.sub("", rest)):
        hyphens = [place for place, letter in enumerate(names) if letter == "-"]
        for both in ({names[:at], names[at + 1 :]} for at in hyphens):
            named |= both if both <= known else set()
    return named or {_ANYBODY}


def _sorted(one: str, other: str) -> Key:
    return (one, other) if one <= other else (other, one)
