"""Meetings: `meetings/YEAR/DATE-….md`. Group meetings, one-to-ones, partnership reviews, visits."""

from dataclasses import dataclass, field
from typing import Annotated, Final, Literal, get_args

from pydantic import BeforeValidator

from refertext.records.days import Day
from refertext.records.record import Record
from refertext.records.types import CLOSED, Keyed, Said, Several, Text, YesNo

MeetingKind = Literal["group", "one-to-one", "review", "visit"]
Presence = Literal["present", "late", "substitute", "excused", "absent"]
PRESENCES: Final[tuple[Presence, ...]] = get_args(Presence)
"""The ways to attend a group meeting, from all that one hopes for to the least."""
IN_PERSON: Final = ("present", "late")
"""The ways to attend of those who came themselves."""
ANNOUNCED: Final = ("excused", "absent")
"""The ways to attend of which notice is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """How one member attended."""

    __pydantic_config__ = CLOSED

    status: Annotated[Presence, Said("How the member attended.")]
    name: Annotated[Text | None, Said("The substitute's name.")] = None
    business: Annotated[Text | None, Said("The substitute's business.")] = None
    category: Annotated[Text | None, Said("The substitute's category.")] = None
    notice: Annotated[Day | None, Said("The day the absence was announced.")] = None


def _attended(value: object) -> object:
    return {"status": value} if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A guest of a group meeting."""

    __pydantic_config__ = CLOSED

    name: Annotated[Text, Said("The visitor's name.")]
    business: Annotated[Text | None, Said("The visitor's business.")] = None
    category: Annotated[Text | None, Said("The category of the business.")] = None
    invited_by: Annotated[Text | None, Said("Who brought them: a member's id.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something a member took on at a meeting."""

    __pydantic_config__ = CLOSED

    who: Annotated[Text, Said("Who: a member's id.")]
    what: Annotated[Text, Said("What.")]
    due: Annotated[Day | None, Said("By when.")] = None
    done: Annotated[Day | None, Said("The day it was done.")] = None


AttendanceOrWord = Annotated[Attendance, BeforeValidator(_attended, json_schema_input_type=Presence | Attendance)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """A group meeting, a one-to-one, a partnership review, or a visit to someone's workplace."""

    kind: Annotated[MeetingKind, Said("What kind of meeting.")]
    date: Annotated[Day, Said("The day.")]
    between: Annotated[Several[Text], Said("Of a one-to-one, review or visit: who met, ids.")] = ()
    next: Annotated[Day | None, Said("The day of the next meeting, fixed before parting.")] = None
    next_presenter: Annotated[Text | None, Said("Who presents next: a member's id.")] = None
    cancelled: Annotated[YesNo, Said("yes when it did not take place; the reason in the body.")] = "no"
    attendance: Annotated[Keyed[AttendanceOrWord], Said("Each member: present, late, substitute, excused, absent.")] = (
        field(default_factory=dict)
    )
    presented: Annotated[Several[Text], Said("Who presented: ids.")] = ()
    visitors: Annotated[Several[Visitor], Said("Guests.")] = ()
    actions: Annotated[Several[Action], Said("What members took on.")] = ()

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
