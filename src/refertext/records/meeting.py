"""Meetings: `meetings/YEAR/DATE-….md`. Group meetings, one-to-ones, partnership reviews, visits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Final, Literal, get_args

from pydantic import BeforeValidator

from refertext.records.days import Day
from refertext.records.record import Record
from refertext.records.types import CLOSED, Keyed, Several, Text, YesNo, said

MeetingKind = Literal["group", "one-to-one", "review", "visit"]
Presence = Literal["present", "late", "substitute", "excused", "absent"]
PRESENCES: Final[tuple[Presence, ...]] = get_args(Presence)
"""The ways to attend a group meeting, from all that one hopes for to the least."""
ANNOUNCED: Final = ("excused", "absent")
"""The ways to attend of which notice is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """How one member attended."""

    __pydantic_config__ = CLOSED

    status: Annotated[Presence, said("How the member attended.")]
    name: Annotated[Text | None, said("The substitute's name.")] = None
    business: Annotated[Text | None, said("The substitute's business.")] = None
    category: Annotated[Text | None, said("The substitute's category.")] = None
    notice: Annotated[Day | None, said("The day the absence was announced.")] = None


def _attended(value: object) -> object:
    return {"status": value} if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A guest of a group meeting."""

    __pydantic_config__ = CLOSED

    name: Annotated[Text, said("The visitor's name.")]
    business: Annotated[Text | None, said("The visitor's business.")] = None
    category: Annotated[Text | None, said("The category of the business.")] = None
    invited_by: Annotated[Text | None, said("Who brought them: a member's id.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something a member took on at a meeting."""

    __pydantic_config__ = CLOSED

    who: Annotated[Text, said("Who: a member's id.")]
    what: Annotated[Text, said("What.")]
    due: Annotated[Day | None, said("By when.")] = None
    done: Annotated[Day | None, said("The day it was done.")] = None


AttendanceOrWord = Annotated[Attendance, BeforeValidator(_attended, json_schema_input_type=Presence | Attendance)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """A group meeting, a one-to-one, a partnership review, or a visit to someone's workplace."""

    kind: Annotated[MeetingKind, said("What kind of meeting.")]
    date: Annotated[Day, said("The day.")]
    between: Annotated[Several[Text], said("Of a one-to-one, review or visit: who met, ids.")] = ()
    next: Annotated[Day | None, said("The day of the next meeting, fixed before parting.")] = None
    next_presenter: Annotated[Text | None, said("Who presents next: a member's id.")] = None
    cancelled: Annotated[YesNo, said("yes when it did not take place; the reason in the body.")] = "no"
    attendance: Annotated[Keyed[AttendanceOrWord], said("Each member: present, late, substitute, excused, absent.")] = (
        field(default_factory=dict)
    )
    presented: Annotated[Several[Text], said("Who presented: ids.")] = ()
    visitors: Annotated[Several[Visitor], said("Guests.")] = ()
    actions: Annotated[Several[Action], said("What members took on.")] = ()

    @property
    def took_place(self) -> bool:
        """Whether it took place, or will: it was not cancelled."""
        return self.cancelled == "no"

    @property
    def is_group_meeting(self) -> bool:
        """Whether it is a group meeting that took place or will."""
        return self.kind == "group" and self.took_place

    @property
    def is_talk(self) -> bool:
        """Whether it is a one-to-one or a review that took place or will: two sat down together."""
        return self.kind in ("one-to-one", "review") and self.took_place
