"""The ledger: what is recorded, together with what the lines of a sheet that were understood so far add to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from copy import copy
from datetime import date
from typing import Any

from refertext.group import Group
from refertext.group.words import Words
from refertext.records import Meeting, Referral
from refertext.records.meeting import Action, Attendance, Visitor
from refertext.records.referral import Entry
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
from refertext.slips.telling_words import words_of_referral
from refertext.text.wording import folded

Pair = tuple[str, str]
_Gift = tuple[date, str, str, str, str]


class Ledger:
    """What is known while the lines of a sheet are read in order. Nothing of the group is changed."""

    def __init__(self, group: Group, sheet: Sheet) -> None:
        self.group = group
        self.sheet = sheet
        self.day = sheet.day
        self.known_day = min(sheet.day, group.as_of)
        self.above: set[str] = set()
        meeting = sheet.meeting
        self.attendance: dict[str, tuple[str, Attendance]] = {
            group.resolve("members", id_): (id_, entry)
            for id_, entry in (meeting.attendance if meeting else {}).items()
        }
        self._visitors = {folded(visitor.name): visitor for visitor in (meeting.visitors if meeting else ())}
        self.presented: list[str] = [group.resolve("members", id_) for id_ in (meeting.presented if meeting else ())]
        self._actions = {self._task(action): action for action in (meeting.actions if meeting else ())}
        self.fixed: dict[str, str] = _fixed(group, meeting)
        self._changed: dict[str, Referral] = {}
        self._new_by_pair: dict[Pair, list[str]] = {}
        self._new_by_gift: dict[_Gift, str] = {}
        self._new_by_tag: dict[str, list[str]] = {}
        self._words: dict[Pair, dict[str, list[str]]] = {}
        self._said: dict[str, set[tuple[object, ...]]] = {}
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

    def alike(self, giver: str, receiver: str, words: Words) -> Mapping[str, tuple[Referral, int]]:
        """Those of the earlier ones that share some words, by id, each with how many these are."""
        known = self._words_between(giver, receiver)
        shared = Counter(id_ for word in sorted(words) for id_ in known.get(word, ()))
        found = {id_: (referral, count) for id_, count in shared.items() if (referral := self.referral(id_))}
        return {id_: one for id_, one in found.items() if one[0].date < self.day or id_ in self.above}

    def _words_between(self, giver: str, receiver: str) -> Mapping[str, list[str]]:
        """The ids of what somebody gave to somebody, or to everyone, by the words they may be called by."""
        if (giver, receiver) not in self._words:
            known = self._words[giver, receiver] = {}
            for referral in self.between(giver, receiver):
                self._add_words(known, referral)
        return self._words[giver, receiver]

    def _add_words(self, known: dict[str, list[str]], referral: Referral) -> None:
        for word in words_of_referral(self.group, referral):
            known.setdefault(word, []).append(referral.id)

    def holds(self, referral: Referral, entry: Entry) -> bool:
        """Whether a referral's history says so already; what is written without a name may be anybody's."""
        if referral.id not in self._said:
            self._said[referral.id] = {self._key(one) for one in referral.history}
        key = self._key(entry)
        return key in self._said[referral.id] or (None, *key[1:]) in self._said[referral.id]

    def _key(self, entry: Entry) -> tuple[object, ...]:
        by = self.group.resolve("members", entry.by) if entry.by else None
        return by, entry.date, entry.status, entry.value, folded(entry.ask or ""), folded(entry.answer or "")

    def between(self, giver: str, receiver: str) -> Iterator[Referral]:
        """What somebody gave to somebody, or to everyone."""
        return (found for id_ in self._ids(giver, receiver) if (found := self.referral(id_)))

    def same_gift(self, new: Referral) -> Referral | None:
        """The referral that says exactly the same, such as one that was made by a form and has another tag."""
        key = _gift(self.group, new)
        id_ = self.group.once(_by_gift).get(key) or self._new_by_gift.get(key)
        return self.referral(id_) if id_ else None

    def tagged(self, tag: str) -> list[Referral]:
        """The referrals whose id is this, or ends in it."""
        known = self.referral(tag)
        ids = (*self.group.once(_by_tag).get(tag, ()), *self._new_by_tag.get(tag, ()))
        return [known] if known else [found for id_ in dict.fromkeys(ids) if (found := self.referral(id_))]

    def talk(self, pair: Pair, day: date) -> Meeting | None:
        """The one-to-one of two on a day."""
        return self._talks.get((pair, day)) or self.group.once(_talks).get((pair, day))

    def visitor(self, name: str) -> Visitor | None:
        """The visitor of that name."""
        return self._visitors.get(folded(name))

    def action(self, who: str, what: str) -> Action | None:
        """What a member took on in these words."""
        return self._actions.get((who, folded(what)))

    def _task(self, action: Action) -> tuple[str, str]:
        return self.group.resolve("members", action.who), folded(action.what)

    def apply(self, change: Change) -> None:
        """Adds what a line says."""
        match change:
            case Handed(referral):
                self._hand(referral)
            case Met(meeting):
                one, other = sorted(meeting.between)
                self._talks[(one, other), meeting.date] = meeting
            case Attended(_, member, entry):
                self.attendance[self.group.resolve("members", member)] = member, entry
            case Visited(_, visitor):
                self._visitors[folded(visitor.name)] = visitor
            case Presented(_, member):
                self.presented.append(member)
            case TookOn(_, action):
                self._actions[self._task(action)] = action
            case Fixed(_, key, value):
                self.fixed[key] = value
            case Thanked() | Noted() | Taken():
                self._follow(change)

    def _hand(self, referral: Referral) -> None:
        self._changed[referral.id] = referral
        self._new_by_pair.setdefault((referral.from_, referral.to), []).append(referral.id)
        for (giver, receiver), known in self._words.items():
            if giver == referral.from_ and referral.to in (receiver, "everyone"):
                self._add_words(known, referral)
        self._new_by_gift.setdefault(_gift(self.group, referral), referral.id)
        self._new_by_tag.setdefault(referral.id[-4:], []).append(referral.id)

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
                if id_ in self._said:
                    self._said[id_].add(self._key(entry))
            case Taken(_, member):
                new = changed(known, taken_by=(*known.taken_by, member))
        self._changed[id_] = new

    def _ids(self, giver: str, receiver: str) -> Iterator[str]:
        for pairs in (self.group.once(_by_pair), self._new_by_pair):
            yield from pairs.get((giver, receiver), ())
            if receiver != "everyone":
                yield from pairs.get((giver, "everyone"), ())


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


def _gift(group: Group, referral: Referral) -> _Gift:
    """What a referral says of who gave what to whom, and when."""
    giver, receiver = group.resolve("members", referral.from_), group.resolve("members", referral.to)
    return referral.date, referral.kind, giver, receiver, referral.prospect or folded(referral.about or "")


def _by_gift(group: Group) -> Mapping[_Gift, str]:
    return {_gift(group, referral): id_ for id_, referral in sorted(group.referrals.items(), reverse=True)}


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
