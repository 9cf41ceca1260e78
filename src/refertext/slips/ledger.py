"""The ledger: what is recorded, together with what the lines of a sheet that were understood so far add to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from datetime import date
from typing import Any

from refertext.group import Group
from refertext.records import Meeting, Referral
from refertext.records.meeting import Action, Attendance, Visitor
from refertext.slips.changes import (
    Attended,
    Change,
    Fixed,
    Handed,
    Met,
    Noted,
    Presented,
    Taken,
    Thanked,
    TookOn,
    Visited,
)
from refertext.slips.sheets import Sheet

Pair = tuple[str, str]


class Ledger:
    """What is known while the lines of a sheet are read in order. Nothing of the group is changed."""

    def __init__(self, group: Group, sheet: Sheet) -> None:
        self.group = group
        self.sheet = sheet
        self.day = sheet.day
        self.above: set[str] = set()
        meeting = sheet.meeting
        self.attendance: dict[str, tuple[str, Attendance]] = {
            group.resolve("members", id_): (id_, entry)
            for id_, entry in (meeting.attendance if meeting else {}).items()
        }
        self.visitors: list[Visitor] = list(meeting.visitors if meeting else ())
        self.presented: list[str] = [group.resolve("members", id_) for id_ in (meeting.presented if meeting else ())]
        self.actions: list[Action] = list(meeting.actions if meeting else ())
        self.fixed: dict[str, str] = _fixed(group, meeting)
        self._changed: dict[str, Referral] = {}
        self._talks: dict[tuple[Pair, date], Meeting] = {}

    def referral(self, id_: str) -> Referral | None:
        """A referral of that id, as it stands by now."""
        present = self.group.resolve("referrals", id_)
        return self._changed.get(present) or self.group.referrals.get(present)

    def earlier(self, giver: str, receiver: str) -> Iterator[Referral]:
        """What somebody gave to somebody, or to everyone, before the day of the sheet or higher up in it."""
        for referral in self.between(giver, receiver):
            if referral.date < self.day or referral.id in self.above:
                yield referral

    def between(self, giver: str, receiver: str) -> Iterator[Referral]:
        """What somebody gave to somebody, or to everyone."""
        return (found for id_ in self._ids(giver, receiver) if (found := self.referral(id_)))

    def tagged(self, tag: str) -> list[Referral]:
        """The referrals whose id is this, or ends in it."""
        known = self.referral(tag)
        ids = (*self.group.once(_by_tag).get(tag, ()), *(id_ for id_ in self._new() if id_.endswith(f"-{tag}")))
        return [known] if known else [found for id_ in dict.fromkeys(ids) if (found := self.referral(id_))]

    def talk(self, pair: Pair, day: date) -> Meeting | None:
        """The one-to-one of two on a day."""
        return self._talks.get((pair, day)) or self.group.once(_talks).get((pair, day))

    def apply(self, change: Change) -> None:
        """Adds what a line says."""
        match change:
            case Handed(referral):
                self._changed[referral.id] = referral
            case Met(meeting):
                one, other = sorted(meeting.between)
                self._talks[(one, other), meeting.date] = meeting
            case Attended(_, member, entry):
                self.attendance[self.group.resolve("members", member)] = member, entry
            case Visited(_, visitor):
                self.visitors.append(visitor)
            case Presented(_, member):
                self.presented.append(member)
            case TookOn(_, action):
                self.actions.append(action)
            case Fixed(_, key, value):
                self.fixed[key] = value
            case Thanked() | Noted() | Taken():
                self._follow(change)

    def _follow(self, change: Thanked | Noted | Taken) -> None:
        id_ = change.file.rpartition("/")[2].rpartition(".")[0]
        known = self.referral(id_)
        if known is None:
            return
        match change:
            case Thanked(_, thanks):
                new = changed(known, thanked=thanks)
            case Noted(_, entry):
                at = max((number for number, one in enumerate(known.history, 1) if one.date <= entry.date), default=0)
                new = changed(known, history=(*known.history[:at], entry, *known.history[at:]))
            case Taken(_, member):
                new = changed(known, taken_by=(*known.taken_by, member))
        self._changed[id_] = new

    def _ids(self, giver: str, receiver: str) -> Iterator[str]:
        pairs = self.group.once(_by_pair)
        yield from dict.fromkeys((*pairs.get((giver, receiver), ()), *pairs.get((giver, "everyone"), ())))
        for id_ in self._new():
            one = self._changed[id_]
            if one.from_ == giver and one.to in (receiver, "everyone"):
                yield id_

    def _new(self) -> Iterator[str]:
        return (id_ for id_ in self._changed if id_ not in self.group.referrals)


def changed(referral: Referral, **values: Any) -> Referral:
    """A referral with other values, under the same id."""
    new = copy(referral)
    for name, value in values.items():
        object.__setattr__(new, name, value)
    return new


def _fixed(group: Group, meeting: Meeting | None) -> dict[str, str]:
    found: dict[str, str] = {}
    if meeting and meeting.next:
        found["next"] = meeting.next.isoformat()
    if meeting and meeting.next_presenter:
        found["next_presenter"] = group.resolve("members", meeting.next_presenter)
    return found


def _by_pair(group: Group) -> Mapping[Pair, list[str]]:
    """The ids of referrals by giver and receiver, under their present ids."""
    found: dict[Pair, list[str]] = {}
    for id_, referral in sorted(group.referrals.items()):
        pair = group.resolve("members", referral.from_), group.resolve("members", referral.to)
        found.setdefault(pair, []).append(id_)
    return found


def _by_tag(group: Group) -> Mapping[str, list[str]]:
    """The ids of referrals by their last four characters."""
    found: dict[str, list[str]] = {}
    for id_ in sorted(group.referrals):
        if id_[-5:-4] == "-":
            found.setdefault(id_[-4:], []).append(id_)
    return found


def _talks(group: Group) -> Mapping[tuple[Pair, date], Meeting]:
    """The one-to-ones by who met, and when."""
    found = {}
    for _, meeting in sorted(group.meetings.items(), reverse=True):
        if meeting.kind == "one-to-one" and len(meeting.between) == 2 and meeting.cancelled == "no":
            one, other = sorted(group.resolve("members", id_) for id_ in meeting.between)
            found[(one, other), meeting.date] = meeting
    return found
