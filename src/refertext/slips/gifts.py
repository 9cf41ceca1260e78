"""What was handed over, as it stands by now: what is recorded, and what lines of a sheet add; each found at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from copy import copy
from datetime import date
from typing import Any

from refertext.group import Group
from refertext.group.words import Words
from refertext.records import Referral
from refertext.records.referral import Entry
from refertext.slips.changes import Noted, Taken, Thanked
from refertext.slips.sheets import id_in
from refertext.slips.telling_words import words_of_referral
from refertext.text.wording import folded

Pair = tuple[str, str]
_Content = tuple[date, str, str, str, str]


class Gifts:
    """The referrals of a group and of the lines that were understood so far. Nothing of the group is changed."""

    def __init__(self, group: Group) -> None:
        self._group = group
        self._changed: dict[str, Referral] = {}
        self._new_by_pair: dict[Pair, list[str]] = {}
        self._new_by_content: dict[_Content, str] = {}
        self._new_by_tag: dict[str, list[str]] = {}
        self._words: dict[Pair, dict[str, list[str]]] = {}
        self._said: dict[str, set[tuple[object, ...]]] = {}

    def referral(self, id_: str) -> Referral | None:
        """A referral of that id, as it stands by now."""
        present = self._group.resolve("referrals", id_)
        return self._changed.get(present) or self._group.referrals.get(present)

    def between(self, giver: str, receiver: str) -> Iterator[Referral]:
        """What somebody gave to somebody, or to everyone."""
        return (found for id_ in self._ids(giver, receiver) if (found := self.referral(id_)))

    def same(self, new: Referral) -> Referral | None:
        """The referral that says exactly the same, such as one that was made by a form and has another tag."""
        key = _content(self._group, new)
        id_ = self._group.once(_by_content).get(key) or self._new_by_content.get(key)
        return self.referral(id_) if id_ else None

    def tagged(self, tag: str) -> list[Referral]:
        """The referrals whose id is this, or ends in it."""
        known = self.referral(tag)
        ids = (*self._group.once(_by_tag).get(tag, ()), *self._new_by_tag.get(tag, ()))
        return [known] if known else [found for id_ in dict.fromkeys(ids) if (found := self.referral(id_))]

    def alike(self, giver: str, receiver: str, words: Words) -> Iterator[tuple[Referral, int]]:
        """What somebody gave to somebody, or to everyone, that shares some words, each with how many these are."""
        known = self._words_between(giver, receiver)
        shared = Counter(id_ for word in sorted(words) for id_ in known.get(word, ()))
        return ((found, count) for id_, count in shared.items() if (found := self.referral(id_)))

    def holds(self, referral: Referral, entry: Entry) -> bool:
        """Whether a referral's history says so already; what is written without a name may be anybody's."""
        if referral.id not in self._said:
            self._said[referral.id] = {self._key(one) for one in referral.history}
        key = self._key(entry)
        return key in self._said[referral.id] or (None, *key[1:]) in self._said[referral.id]

    def hand(self, referral: Referral) -> None:
        """Adds what a line hands over."""
        self._changed[referral.id] = referral
        self._new_by_pair.setdefault((referral.from_, referral.to), []).append(referral.id)
        for (giver, receiver), known in self._words.items():
            if giver == referral.from_ and referral.to in (receiver, "everyone"):
                self._add_words(known, referral)
        self._new_by_content.setdefault(_content(self._group, referral), referral.id)
        self._new_by_tag.setdefault(referral.id[-4:], []).append(referral.id)

    def follow(self, change: Thanked | Noted | Taken) -> None:
        """Adds what a line tells of something that was handed over."""
        id_ = id_in(change.file)
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
        for pairs in (self._group.once(_by_pair), self._new_by_pair):
            yield from pairs.get((giver, receiver), ())
            if receiver != "everyone":
                yield from pairs.get((giver, "everyone"), ())

    def _words_between(self, giver: str, receiver: str) -> Mapping[str, list[str]]:
        """The ids of what somebody gave to somebody, or to everyone, by the words they may be called by."""
        if (giver, receiver) not in self._words:
            known = self._words[giver, receiver] = {}
            for referral in self.between(giver, receiver):
                self._add_words(known, referral)
        return self._words[giver, receiver]

    def _add_words(self, known: dict[str, list[str]], referral: Referral) -> None:
        for word in words_of_referral(self._group, referral):
            known.setdefault(word, []).append(referral.id)

    def _key(self, entry: Entry) -> tuple[object, ...]:
        by = self._group.resolve("members", entry.by) if entry.by else None
        return by, entry.date, entry.status, entry.value, folded(entry.ask or ""), folded(entry.answer or "")


def changed(referral: Referral, **values: Any) -> Referral:
    """A referral with other values, under the same id."""
    new = copy(referral)
    for name, value in values.items():
        object.__setattr__(new, name, value)
    return new


def _by_pair(group: Group) -> Mapping[Pair, list[str]]:
    """The ids of referrals by giver and receiver, under their present ids."""
    found: dict[Pair, list[str]] = {}
    for id_, referral in sorted(group.referrals.items()):
        pair = group.resolve("members", referral.from_), group.resolve("members", referral.to)
        found.setdefault(pair, []).append(id_)
    return found


def _content(group: Group, referral: Referral) -> _Content:
    """What a referral says of who gave what to whom, and when."""
    giver, receiver = group.resolve("members", referral.from_), group.resolve("members", referral.to)
    return referral.date, referral.kind, giver, receiver, referral.prospect or folded(referral.about or "")


def _by_content(group: Group) -> Mapping[_Content, str]:
    return {_content(group, referral): id_ for id_, referral in sorted(group.referrals.items(), reverse=True)}


def _by_tag(group: Group) -> Mapping[str, list[str]]:
    """The ids of referrals by their last four characters."""
    found: dict[str, list[str]] = {}
    for id_ in sorted(group.referrals):
        if id_[-5:-4] == "-":
            found.setdefault(id_[-4:], []).append(id_)
    return found
