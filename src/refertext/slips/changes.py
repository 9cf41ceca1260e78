"""What slips come to: facts for the records of a group."""

from __future__ import annotations

from typing import NamedTuple

from refertext.records import Meeting, Referral
from refertext.records.meeting import Action, Attendance, Visitor
from refertext.records.referral import Entry, Thanks


class Handed(NamedTuple):
    """A new referral, under its id and in its file."""

    referral: Referral


class Met(NamedTuple):
    """A new one-to-one, under its id and in its file."""

    meeting: Meeting


class Attended(NamedTuple):
    """How a member attended the meeting in a file; `member` is the id under which they stand there."""

    file: str
    member: str
    entry: Attendance


class Visited(NamedTuple):
    """A guest of the meeting in a file."""

    file: str
    visitor: Visitor


class Presented(NamedTuple):
    """Who presented at the meeting in a file."""

    file: str
    member: str


class TookOn(NamedTuple):
    """What somebody took on at the meeting in a file."""

    file: str
    action: Action


class Fixed(NamedTuple):
    """What was fixed at the meeting in a file for the next one: `next` or `next_presenter`."""

    file: str
    key: str
    value: str


class Thanked(NamedTuple):
    """The thanks for the referral in a file."""

    file: str
    thanks: Thanks


class Noted(NamedTuple):
    """An entry in the history of the referral in a file."""

    file: str
    entry: Entry


class Taken(NamedTuple):
    """Who took up the lead to everyone in a file."""

    file: str
    member: str


Change = Handed | Met | Attended | Visited | Presented | TookOn | Fixed | Thanked | Noted | Taken
