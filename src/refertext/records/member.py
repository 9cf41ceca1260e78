"""Members: `members/ID.md`. A candidate has no `joined`; an alumnus has `left`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, WithJsonSchema

from refertext.records.days import Day, is_day
from refertext.records.numbers import Count
from refertext.records.record import Contact, Record
from refertext.records.refusals import misshapen
from refertext.records.types import CLOSED, Answer, Few, Keyed, Several, Text, YesNo, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """An incumbent's recorded yes to an adjacent seat."""

    __pydantic_config__ = CLOSED

    by: Annotated[Text, said("The incumbent who agrees: a member's id.")]
    date: Annotated[Day, said("The day of the yes.")]
    scope: Annotated[Text | None, said("What was agreed, for people to read.")] = None
    until: Annotated[Day | None, said("The last day of the consent; nothing means without end.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """What a member holds alone: services for clients in a territory, under one category."""

    __pydantic_config__ = CLOSED

    category: Annotated[Text, said("A category of the tree, for example finance/mortgage.")]
    services: Annotated[Few[Text], said("What is sold; nothing means everything of the category.")] = ()
    clients: Annotated[Few[Text], said("Who buys; nothing means everybody.")] = ()
    territory: Annotated[Few[Text], said("Where; nothing means everywhere.")] = ()
    excludes: Annotated[Few[Text], said("What is not part of the seat.")] = ()
    consents: Annotated[Few[Consent], said("Incumbents' agreement to this seat beside theirs.")] = ()
    shared_with: Annotated[Few[Text], said("Colleagues of one company who hold the seat together: ids.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerSeat:
    """A seat held before a change of business."""

    __pydantic_config__ = CLOSED

    category: Annotated[Text, said("Its category.")]
    services: Annotated[Few[Text], said("What was sold.")] = ()
    clients: Annotated[Few[Text], said("Who bought.")] = ()
    territory: Annotated[Few[Text], said("Where.")] = ()
    excludes: Annotated[Few[Text], said("What was not part of it.")] = ()
    until: Annotated[Day, said("The last day it was held.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathEntry:
    """One conversation on a candidate's way into the group."""

    __pydantic_config__ = CLOSED

    date: Annotated[Day, said("The day.")]
    how: Annotated[
        Literal["email-introduction", "conversation", "lunch", "visit", "vote"],
        said("What kind of conversation."),
    ]
    by: Annotated[Text | None, said("Who had it: a member's id.")] = None
    outcome: Annotated[Text | None, said("What came of it.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The six questions about a candidate or partner."""

    __pydantic_config__ = CLOSED

    similar_clients: Annotated[Answer | None, said("Do they serve similar clients?")] = None
    similar_values: Annotated[Answer | None, said("Do they have similar values?")] = None
    nearby: Annotated[Answer | None, said("Are they near enough?")] = None
    channel: Annotated[Answer | None, said("Do they have a channel to pass us on?")] = None
    volume: Annotated[Answer | None, said("Do they meet enough people?")] = None
    committed: Annotated[Answer | None, said("Are they committed to referring?")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """An earlier time in the group."""

    __pydantic_config__ = CLOSED

    joined: Annotated[Day, said("First day.")]
    left: Annotated[Day, said("Last day.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """An approved absence."""

    __pydantic_config__ = CLOSED

    from_: Annotated[Day, said("First day.", alias="from")]
    until: Annotated[Day, said("Last day.")]
    why: Annotated[Text | None, said("Why.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """The end of a membership."""

    __pydantic_config__ = CLOSED

    date: Annotated[Day | None, said("Last day of membership.")] = None
    why: Annotated[Text | None, said("Why.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manager:
    """Whether the member's manager knows of the group; owners have none."""

    __pydantic_config__ = CLOSED

    informed: Annotated[Day | None, said("The day the manager was told.")] = None
    none: bool = field(init=False, default=False)


def _manager(value: object) -> object:
    if value == "none":
        nobody = Manager()
        object.__setattr__(nobody, "none", True)
        return nobody
    if isinstance(value, str):
        informed = value if is_day(value) else "YYYY-MM-DD"
        mend = f"write manager: none, or manager: alone in its line and below it, two spaces in: “informed: {informed}”"
        raise misshapen("a block of keys", value, mend)
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class IdealClient:
    """Whom the member wishes to meet."""

    __pydantic_config__ = CLOSED

    industries: Annotated[Several[Text], said("Industries.")] = ()
    sizes: Annotated[Several[Text], said("Sizes, for example 50-500.")] = ()
    roles: Annotated[Several[Text], said("Roles, for example HR director.")] = ()
    places: Annotated[Several[Text], said("Places.")] = ()
    triggers: Annotated[Several[Text], said("Events that make them need the member.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A way in which a member reaches people."""

    __pydantic_config__ = CLOSED

    kind: Annotated[Text, said("For example newsletter.")]
    audience: Annotated[Count | None, said("How many people it reaches.")] = None
    every: Annotated[Text | None, said("How often, for example month.")] = None


ManagerOrNone = Annotated[
    Manager,
    BeforeValidator(_manager),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "enum": ["none"]},
                {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"informed": {"type": ["string", "null"], "format": "date"}},
                },
            ]
        }
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Record):
    """A person with a seat; candidate before `joined`, alumnus after `left`, on leave in between."""

    name: Annotated[Text, said("The member's name.")]
    business: Annotated[Text, said("The member's business.")]
    seat: Annotated[Seat | None, said("What the member holds alone; needed once joined.")] = None
    former_seats: Annotated[Few[FormerSeat], said("Seats held before a change of business.")] = ()
    introduced_by: Annotated[Text | None, said("Who brought them: an id, or “outside: a friend of Kit”.")] = None
    path: Annotated[Few[PathEntry], said("Conversations on the way into the group.")] = ()
    fit: Annotated[Fit | None, said("The group's answers about a candidate.")] = None
    joined: Annotated[Day | None, said("First day of membership; nothing for candidates.")] = None
    earlier: Annotated[Few[Membership], said("Earlier times in the group.")] = ()
    leave: Annotated[Few[Leave], said("Approved absences.")] = ()
    left: Annotated[Left | None, said("The end of the membership.")] = None
    signed: Annotated[Keyed[Day], said("Agreements signed: agreement's id and day.")] = field(default_factory=dict)
    manager: Annotated[ManagerOrNone | None, said("Whether the manager knows; “none” for owners.")] = None
    ideal_client: Annotated[IdealClient | None, said("Whom the member wishes to meet.")] = None
    channels: Annotated[Few[Channel], said("Ways in which the member reaches people.")] = ()
    goals: Annotated[Several[Text], said("The member's goals.")] = ()
    show_value: Annotated[YesNo, said("May exact money be shown to members?")] = "no"
    contact: Annotated[Contact | None, said("How to reach the member.")] = None

    @property
    def last_day(self) -> date | None:
        """The last day of membership, where it has one."""
        return self.left.date if self.left else None

    def was_member_on(self, day: date) -> bool:
        """Whether the day is one of membership; the last day counts."""
        if self.joined and self.joined <= day and (self.last_day is None or day <= self.last_day):
            return True
        return any(time.joined <= day <= time.left for time in self.earlier)

    def was_on_leave_on(self, day: date) -> bool:
        """Whether the day is one of approved absence."""
        return bool(self.leave) and any(leave.from_ <= day <= leave.until for leave in self.leave)

    def is_candidate_on(self, day: date) -> bool:
        """Whether the person has not joined by that day; somebody who was a member before may apply again."""
        return (self.joined is None or day < self.joined) and not self.was_member_on(day)
