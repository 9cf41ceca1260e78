"""What slips come to: facts for the records of a group."""

from __future__ import annotations

from dataclasses import dataclass

from refertext.records import Meeting, Referral
from refertext.records.meeting import Action, Attendance, Visitor
from refertext.records.referral import Entry, Thanks


@dataclass(frozen=True, slots=True)
class Handed:
    """A new referral, under its id and in its file."""

    referral: Referral


@dataclass(frozen=True, slots=True)
class Met:
    """A new one-to-one, under its id and in its file."""

    meeting: Meeting


@dataclass(frozen=True, slots=True)
class Attended:
    """How a member attended the meeting in a file; `member` is the id under which they stand there."""

    file: str
    member: str
    entry: Attendance


@dataclass(frozen=True, slots=True)
class Visited:
    """A guest of the meeting in a file."""

    file: str
    visitor: Visitor


@dataclass(frozen=True, slots=True)
class Presented:
    """Who presented at the meeting in a file."""

    file: str
    member: str


@dataclass(frozen=True, slots=True)
class TookOn:
    """What somebody took on at the meeting in a file."""

    file: str
    action: Action


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was fixed at the meeting in a file for the next one: `next` or `next_presenter`."""

    file: str
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Thanked:
    """The thanks for the referral in a file."""

    file: str
    thanks: Thanks


@dataclass(frozen=True, slots=True)
class Noted:
    """An entry in the history of the referral in a file."""

    file: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Taken:
    """Who took up the lead to everyone in a file."""

    file: str
    member: str


Change = Handed | Met | Attended | Visited | Presented | TookOn | Fixed | Thanked | Noted | Taken
