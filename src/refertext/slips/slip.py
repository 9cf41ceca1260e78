"""Slips: what a line of text says, before anybody asks whom its names mean."""

from __future__ import annotations

from typing import Literal, NamedTuple

from refertext.records.meeting import Presence
from refertext.records.numbers import Money
from refertext.records.referral import ReferralKind, Status
from refertext.slips.piece import Piece


class Fault(NamedTuple):
    """Why a line cannot be understood, and what to write; `start` and `end` are columns of the line, from 0. `waits`
    says that the line may be right, but cannot be understood before a file is mended.
    """

    said: str
    mend: str
    start: int = 0
    end: int = 0
    waits: bool = False


class UnclearError(Exception):
    """Carries a fault from where it is seen to where the line was begun, and is caught there."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.said)
        self.fault = fault


def unclear(said: str, mend: str, at: Piece) -> UnclearError:
    """The error for a fault that stands in a piece of the line."""
    return UnclearError(Fault(said, mend, at.start, at.end))


def waiting(said: str, at: Piece) -> UnclearError:
    """The error for a piece of the line that means a file which cannot be read."""
    return UnclearError(Fault(said, "mend it first: refertext check says how", at.start, at.end, waits=True))


class Came(NamedTuple):
    """How members attended; `everyone` stands for all of whom nothing else is said. `told` is a day; `remarks` are not
    kept, but may hide a name.
    """

    status: Presence
    members: tuple[Piece, ...]
    told: Piece | None = None
    everyone: bool = False
    remarks: tuple[Piece, ...] = ()


class Substituted(NamedTuple):
    """Who came in a member's place; `more` are the business and the category, in any order."""

    member: Piece
    person: Piece
    more: tuple[Piece, ...]


class Visit(NamedTuple):
    """A guest; `more` are the business and the category, in any order."""

    person: Piece
    more: tuple[Piece, ...]
    by: Piece | None


class Consent(NamedTuple):
    """The day on which a prospect said yes, and how."""

    day: Piece
    how: str | None


class Gift(NamedTuple):
    """Something handed over; without a receiver it goes to everyone. `parent` is the tag of what it came from."""

    kind: ReferralKind
    giver: Piece
    receiver: Piece | None
    about: Piece
    consent: Consent | None = None
    level: int | None = None
    tier: Literal["inside", "outside", "spin-off"] | None = None
    parent: Piece | None = None


class Outcome(NamedTuple):
    """A step of a referral: what it was won for, a note, and the day where it is another than the slip's."""

    status: Status
    value: Money | None = None
    note: str | None = None
    day: Piece | None = None


class News(NamedTuple):
    """Thanks, a step, or both, of a referral between two; `tag` says which, else `words` do."""

    by: Piece
    other: Piece | None
    tag: Piece | None
    words: Piece
    thanks: bool = False
    outcome: Outcome | None = None


class Speech(NamedTuple):
    """A question about a referral, or an answer."""

    kind: Literal["ask", "answer"]
    by: Piece
    other: Piece | None
    tag: Piece | None
    words: Piece


class Talk(NamedTuple):
    """A one-to-one of two, and what they wrote of it."""

    members: tuple[Piece, Piece]
    day: Piece
    words: str | None


class Presentation(NamedTuple):
    """Who presented."""

    members: tuple[Piece, ...]


class Task(NamedTuple):
    """What a member took on, by when."""

    member: Piece
    what: Piece
    due: Piece | None


class Next(NamedTuple):
    """The day of the next meeting, or who presents there."""

    day: Piece | None
    presenter: Piece | None


Slip = Came | Substituted | Visit | Gift | News | Speech | Talk | Presentation | Task | Next
