"""The ledger: what is recorded, together with what the lines of a sheet that were understood so far add to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.group.talks import talk_on
from refertext.group.words import Words
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
from refertext.slips.gifts import Gifts, Pair
from refertext.slips.sheets import Sheet
from refertext.text.wording import folded


class Ledger:
    """What is known while the lines of a sheet are read in order. Nothing of the group is changed."""

    def __init__(self, group: Group, sheet: Sheet) -> None:
        self.group = group
        self.sheet = sheet
        self.day = sheet.day
        self.known_day = min(sheet.day, group.as_of)
        self.above: set[str] = set()
        self.gifts = Gifts(group)
        meeting = sheet.meeting
        self.attendance: dict[str, tuple[str, Attendance]] = {
            group.resolve("members", id_): (id_, entry)
            for id_, entry in (meeting.attendance if meeting else {}).items()
        }
        self._visitors: dict[str, Visitor] = {}
        self._visitors_called: dict[str, Visitor] = {}
        for visitor in meeting.visitors if meeting else ():
            self._add_visitor(visitor)
        self.presented: list[str] = [group.resolve("members", id_) for id_ in (meeting.presented if meeting else ())]
        self._actions = {self._task(action): action for action in (meeting.actions if meeting else ())}
        self.fixed: dict[str, str] = _fixed(group, meeting)
        self._talks: dict[tuple[Pair, date], Meeting] = {}

    def earlier(self, giver: str, receiver: str) -> Iterator[Referral]:
        """What somebody gave to somebody, or to everyone, before the day of the sheet or higher up in it."""
        return filter(self._is_earlier, self.gifts.between(giver, receiver))

    def alike(self, giver: str, receiver: str, words: Words) -> list[tuple[Referral, int]]:
        """Those of the earlier ones that share some words, each with how many these are."""
        return [one for one in self.gifts.alike(giver, receiver, words) if self._is_earlier(one[0])]

    def _is_earlier(self, referral: Referral) -> bool:
        return referral.date < self.day or referral.id in self.above

    def talk(self, pair: Pair, day: date) -> Meeting | None:
        """The one-to-one of two on a day."""
        return self._talks.get((pair, day)) or talk_on(self.group, pair, day)

    def visitor(self, name: str) -> Visitor | None:
        """The visitor of that name."""
        return self._visitors.get(folded(name))

    def visitor_like(self, name: str) -> Visitor | None:
        """The visitor who is written down with the first name only, or of whom only that is said here."""
        first, *others = folded(name).split() or [""]
        return self._visitors.get(first) if others else self._visitors_called.get(first)

    def _add_visitor(self, visitor: Visitor) -> None:
        self._visitors[folded(visitor.name)] = visitor
        for first in folded(visitor.name).split()[:1]:
            self._visitors_called.setdefault(first, visitor)

    def action(self, who: str, what: str) -> Action | None:
        """What a member took on in these words."""
        return self._actions.get((who, folded(what)))

    def _task(self, action: Action) -> tuple[str, str]:
        return self.group.resolve("members", action.who), folded(action.what)

    def apply(self, change: Change) -> None:
        """Adds what a line says."""
        match change:
            case Handed(referral):
                self.gifts.hand(referral)
            case Met(meeting):
                one, other = sorted(meeting.between)
                self._talks[(one, other), meeting.date] = meeting
            case Attended(_, member, entry):
                self.attendance[self.group.resolve("members", member)] = member, entry
            case Visited(_, visitor):
                self._add_visitor(visitor)
            case Presented(_, member):
                self.presented.append(member)
            case TookOn(_, action):
                self._actions[self._task(action)] = action
            case Fixed(_, key, value):
                self.fixed[key] = value
            case Thanked() | Noted() | Taken():
                self.gifts.follow(change)


def _fixed(group: Group, meeting: Meeting | None) -> dict[str, str]:
    found: dict[str, str] = {}
    if meeting and meeting.next:
        found["next"] = meeting.next.isoformat()
    if meeting and meeting.next_presenter:
        found["next_presenter"] = group.resolve("members", meeting.next_presenter)
    return found
