"""Members: `members/ID.md`. A candidate has no `joined`; an alumnus has `left`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from refertext.problem import Path
from refertext.records.days import Day, is_day
from refertext.records.numbers import Count
from refertext.records.record import Contact, Record
from refertext.records.refusals import misshapen
from refertext.records.types import CLOSED, Answer, Few, Keyed, Said, Several, Text, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """An incumbent's recorded yes to an adjacent seat."""

    __pydantic_config__ = CLOSED

    by: Annotated[Text, Said("The incumbent who agrees: a member's id.")]
    date: Annotated[Day, Said("The day of the yes.")]
    scope: Annotated[Text | None, Said("What was agreed, for people to read.")] = None
    until: Annotated[Day | None, Said("The last day of the consent; nothing means without end.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """What a member holds alone: services for clients in a territory, under one category."""

    __pydantic_config__ = CLOSED

    category: Annotated[Text, Said("A category of the tree, for example finance/mortgage.")]
    services: Annotated[Few[Text], Said("What is sold; nothing means everything of the category.")] = ()
    clients: Annotated[Few[Text], Said("Who buys; nothing means everybody.")] = ()
    territory: Annotated[Few[Text], Said("Where; nothing means everywhere.")] = ()
    excludes: Annotated[
        Few[Text], Said("What is not part of the seat: services, clients or places of others, each as one entry.")
    ] = ()
    consents: Annotated[Few[Consent], Said("Incumbents' agreement to this seat beside theirs.")] = ()
    shared_with: Annotated[Few[Text], Said("Colleagues of one company who hold the seat together: ids.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerSeat:
    """A seat held before a change of business."""

    __pydantic_config__ = CLOSED

    category: Annotated[Text, Said("Its category.")]
    services: Annotated[Few[Text], Said("What was sold.")] = ()
    clients: Annotated[Few[Text], Said("Who bought.")] = ()
    territory: Annotated[Few[Text], Said("Where.")] = ()
    excludes: Annotated[Few[Text], Said("What was not part of it.")] = ()
    consents: Annotated[Few[Consent], Said("Incumbents' agreement to it; it counts while the seat is held.")] = ()
    shared_with: Annotated[Few[Text], Said("Colleagues of one company who held it together: ids.")] = ()
    until: Annotated[Day, Said("The last day it was held.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathEntry:
    """One conversation on a candidate's way into the group."""

    __pydantic_config__ = CLOSED

    date: Annotated[Day, Said("The day.")]
    how: Annotated[
        Literal["email-introduction", "conversation", "lunch", "visit", "vote"],
        Said("What kind of conversation."),
    ]
    by: Annotated[Text | None, Said("Who had it: a member's id.")] = None
    outcome: Annotated[Text | None, Said("What came of it.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The six questions about a candidate or partner."""

    __pydantic_config__ = CLOSED

    similar_clients: Annotated[Answer | None, Said("Do they serve similar clients?")] = None
    similar_values: Annotated[Answer | None, Said("Do they have similar values?")] = None
    nearby: Annotated[Answer | None, Said("Are they near enough?")] = None
    channel: Annotated[Answer | None, Said("Do they have a channel to pass us on?")] = None
    volume: Annotated[Answer | None, Said("Do they meet enough people?")] = None
    committed: Annotated[Answer | None, Said("Are they committed to referring?")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """An earlier time in the group."""

    __pydantic_config__ = CLOSED

    joined: Annotated[Day, Said("First day.")]
    left: Annotated[Day, Said("Last day.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """An approved absence."""

    __pydantic_config__ = CLOSED

    from_: Annotated[Day, Said("First day."), Field(alias="from")]
    until: Annotated[Day, Said("Last day.")]
    why: Annotated[Text | None, Said("Why.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """The end of a membership."""

    __pydantic_config__ = CLOSED

    date: Annotated[Day | None, Said("Last day of membership.")] = None
    why: Annotated[Text | None, Said("Why.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manager:
    """Whether the member's manager knows of the group; owners have none."""

    __pydantic_config__ = CLOSED

    informed: Annotated[Day | None, Said("The day the manager was told.")] = None
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

    industries: Annotated[Several[Text], Said("Industries.")] = ()
    sizes: Annotated[Several[Text], Said("Sizes, for example 50-500.")] = ()
    roles: Annotated[Several[Text], Said("Roles, for example HR director.")] = ()
    places: Annotated[Several[Text], Said("Places.")] = ()
    triggers: Annotated[Several[Text], Said("Events that make them need the member.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A way in which a member reaches people."""

    __pydantic_config__ = CLOSED

    kind: Annotated[Text, Said("For example newsletter.")]
    audience: Annotated[Count | None, Said("How many people it reaches.")] = None
    every: Annotated[Text | None, Said("How often, for example month.")] = None


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

    name: Annotated[Text, Said("The member's name.")]
    business: Annotated[Text, Said("The member's business.")]
    seat: Annotated[Seat | None, Said("What the member holds alone; needed once joined.")] = None
    former_seats: Annotated[Few[FormerSeat], Said("Seats held before a change of business.")] = ()
    introduced_by: Annotated[Text | None, Said("Who brought them: an id, or “outside: a friend of Kit”.")] = None
    path: Annotated[Few[PathEntry], Said("Conversations on the way into the group.")] = ()
    fit: Annotated[Fit | None, Said("The group's answers about a candidate.")] = None
    joined: Annotated[Day | None, Said("First day of membership; nothing for candidates.")] = None
    earlier: Annotated[Few[Membership], Said("Earlier times in the group.")] = ()
    leave: Annotated[Few[Leave], Said("Approved absences.")] = ()
    left: Annotated[Left | None, Said("The end of the membership.")] = None
    signed: Annotated[Keyed[Day], Said("Agreements signed: agreement's id and day.")] = field(default_factory=dict)
    manager: Annotated[ManagerOrNone | None, Said("Whether the manager knows; “none” for owners.")] = None
    ideal_client: Annotated[IdealClient | None, Said("Whom the member wishes to meet.")] = None
    channels: Annotated[Few[Channel], Said("Ways in which the member reaches people.")] = ()
    goals: Annotated[Several[Text], Said("The member's goals.")] = ()
    show_value: Annotated[YesNo, Said("May exact money be shown to members?")] = "no"
    contact: Annotated[Contact | None, Said("How to reach the member.")] = None

    @property
    def seats(self) -> Iterator[tuple[Path, Seat | FormerSeat]]:
        """The seats of all days, the present one first, each with the path that leads to it."""
        if self.seat:
            yield ("seat",), self.seat
        for number, former in enumerate(self.former_seats):
            yield ("former_seats", number), former

    def seats_from(self, day: date) -> Iterator[tuple[Path, Seat | FormerSeat]]:
        """The present seat and those that are given up on a day or later, each with the path that leads to it."""
        return ((path, seat) for path, seat in self.seats if isinstance(seat, Seat) or seat.until >= day)

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

    def was_expected_on(self, day: date) -> bool:
        """Whether the group counted on the member on a day: one of membership, and not on leave."""
        return self.was_member_on(day) and not self.was_on_leave_on(day)

    def is_candidate_on(self, day: date) -> bool:
        """Whether the person has not joined by that day; somebody who was a member before may apply again."""
        return (self.joined is None or day < self.joined) and not self.was_member_on(day)
