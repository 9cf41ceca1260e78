"""What measures count: things that happened on a day, each with the record that says so and the place in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, NamedTuple

from refertext.measures.window import Window
from refertext.problem import Path
from refertext.records import Meeting, Member, Partnership, Referral
from refertext.records.meeting import Presence
from refertext.records.numbers import Money
from refertext.records.referral import KINDS, ReferralKind

Outcome = Literal["won", "lost", "not-a-fit"]


@dataclass(frozen=True, slots=True)
class Gift:
    """Something handed over. `giver` is None for one from outside; `receivers` are those who got or took it.

    `raised` are the days on which it was raised to another kind, and by whom: one of several who took it raises only
    what is in their own hands.
    """

    day: date
    record: Referral
    giver: str | None
    receivers: tuple[str, ...]
    raised: tuple[tuple[date, ReferralKind, str | None], ...] = ()
    path: ClassVar[Path] = ("date",)

    @property
    def thanked(self) -> date | None:
        """The day on which the giver was thanked in public."""
        return self.record.thanked.date if self.record.thanked else None

    def kind_on(self, day: date) -> ReferralKind:
        """What it was at the end of a day: raised later, it stays what it was until then."""
        if not self.raised:
            return self.record.kind
        kinds = [to for raised, to, _ in self.raised if raised <= day]
        return max((self.record.kind, *kinds), key=KINDS.index)

    def taken_by(self, receiver: str | None) -> Gift:
        """The same as it is in the hands of one of its receivers."""
        if not self.raised or len(self.receivers) < 2:
            return self
        others = {other for other in self.receivers if other != receiver}
        return replace(self, raised=tuple([one for one in self.raised if one[2] not in others]))


@dataclass(frozen=True, slots=True)
class Reached:
    """A step that a receiver reached with a gift, such as the first contact, or an outcome."""

    day: date
    record: Referral
    path: Path
    gift: Gift
    receiver: str | None

    @property
    def giver(self) -> str | None:
        """Who gave it."""
        return self.gift.giver

    @property
    def waited(self) -> int:
        """The days from the gift to the step."""
        return (self.day - self.gift.day).days


@dataclass(frozen=True, slots=True)
class Closed(Reached):
    """How a receiver's life with a gift ended."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Win(Reached):
    """Something won; `first` tells the first win from repeat business. `value` is None where nobody said."""

    value: Money | None
    first: bool


class Handling(NamedTuple):
    """What one receiver does with a gift, from its day on: the days of news, and the day it came to an end."""

    day: date
    record: Referral
    gift: Gift
    receiver: str | None
    news: tuple[date, ...]
    closed: date | None
    path: Path = ("date",)

    @property
    def giver(self) -> str | None:
        """Who gave it."""
        return self.gift.giver

    def is_open_on(self, day: date) -> bool:
        """Whether it has been given and has not come to an end at the end of a day."""
        return self.day <= day and (self.closed is None or self.closed > day)

    def silence_on(self, day: date) -> int:
        """The days without news at the end of a day: since the last entry, but not before it was given."""
        return (day - max([self.day, *(news for news in self.news if news <= day)])).days


class Seating(NamedTuple):
    """How a member attended a group meeting that counts for them. `noticed`: an absence was announced before."""

    day: date
    record: Meeting
    path: Path
    member: str
    status: Presence
    noticed: bool


class Encounter(NamedTuple):
    """A one-to-one or a partnership's review between two who were members that day; ids in order."""

    day: date
    record: Meeting
    members: tuple[str, str]
    path: Path = ("between",)


class Held(NamedTuple):
    """A group meeting that took place."""

    day: date
    record: Meeting
    path: Path = ("date",)


class Presentation(NamedTuple):
    """A member's presentation at a group meeting."""

    day: date
    record: Meeting
    path: Path
    member: str


class Visit(NamedTuple):
    """A visitor at a group meeting. `visitor` is the name in small letters; `joined` the day on which somebody of that
    name joined, that of the visit or the next after it.
    """

    day: date
    record: Meeting
    path: Path
    inviter: str | None
    visitor: str
    joined: date | None


class Arrival(NamedTuple):
    """The day somebody joined or left."""

    day: date
    record: Member
    path: Path


@dataclass(frozen=True, slots=True)
class Promise:
    """How many referrals one partner promised another in a cycle; the day is its last one."""

    day: date
    record: Partnership
    path: Path
    giver: str
    receiver: str
    count: int
    window: Window


class ReviewDue(NamedTuple):
    """A day on which a partnership's review was due."""

    day: date
    record: Partnership
    path: Path
