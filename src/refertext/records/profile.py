"""Profiles: `profiles/ID.yml`. A score table: which numbers give how many points, and where a colour begins."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from refertext.records.lengths import CalendarLength, Duration
from refertext.records.numbers import Limit, Threshold, Weight
from refertext.records.record import Record
from refertext.records.refusals import misshapen, wrong
from refertext.records.scalar import read_by
from refertext.records.types import CLOSED, Few, Keyed, Said, Text, otherwise

PACKAGED = (
    "ground-rules",
    "points-every-four-weeks",
    "points-group",
    "points-lates-add-up",
    "points-punctual",
    "points-thanks",
    "points-thanks-strict",
)
"""The profiles that come with refertext, in order of name."""

HALF_A_YEAR = Duration(26, "weeks")
MOST_POINTS = 1_000
_SOME = frozenset(map(str, range(1, 53)))


def _points(value: object) -> int:
    if not isinstance(value, str):
        raise misshapen("a number of points", value, "write one, for example 15")
    if value.isascii() and value.isdigit() and len(value) <= len(str(MOST_POINTS)) and int(value) <= MOST_POINTS:
        return int(value)
    raise wrong(f"“{value}” is not a number of points", f"write a whole number from 0 to {MOST_POINTS}, for example 15")


Points = Annotated[int, read_by(_points, {"type": "integer", "minimum": 0, "maximum": MOST_POINTS})]


@dataclass(frozen=True, slots=True)
class Rate:
    """What a number is divided by: some weeks, or with `each_member` the weeks of all members together."""

    weeks: int = 1
    each_member: bool = False

    def __str__(self) -> str:
        """As it is written: `week`, `4 weeks`, `member-week`."""
        if self.each_member:
            return "member-week"
        return "week" if self.weeks == 1 else f"{self.weeks} weeks"


def _rate(value: object) -> Rate:
    if not isinstance(value, str):
        raise misshapen("a rate", value, "write week, or some weeks such as 4 weeks")
    if value in ("week", "member-week"):
        return Rate(each_member=value == "member-week")
    number, _, unit = value.partition(" ")
    if number in _SOME and unit in ("week", "weeks"):
        return Rate(int(number))
    mend = "write 4 weeks, since months differ in length" if "month" in value else "write week, 4 weeks or member-week"
    raise wrong(f"“{value}” is no rate", mend)


Per = Annotated[
    Rate,
    read_by(_rate, {"type": "string", "pattern": "^(week|member-week|([1-9]|[1-4][0-9]|5[0-2]) weeks?)$"}),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A step of a part: from where on, above what, or up to where its points are given."""

    __pydantic_config__ = CLOSED

    from_: Annotated[Limit | None, Said("The points are given from this number on."), Field(alias="from")] = None
    above: Annotated[Limit | None, Said("The points are given above this number.")] = None
    up_to: Annotated[Limit | None, Said("The points are given up to this number; for what should be low.")] = None
    points: Annotated[Points, Said("How many points.")]

    @property
    def limits(self) -> dict[str, Threshold]:
        """What it says of where its points are given, by key; it should say one thing."""
        limits = {"from": self.from_, "above": self.above, "up_to": self.up_to}
        return {key: limit for key, limit in limits.items() if limit is not None}

    @property
    def key(self) -> str:
        """Its one limit's key: from, above or up_to."""
        return next(iter(self.limits))

    @property
    def limit(self) -> Threshold:
        """Its one limit."""
        return self.limits[self.key]

    def is_reached_by(self, amount: Fraction) -> bool:
        """Whether a number gets its points."""
        value = self.limit.value
        if self.key == "up_to":
            return amount <= value
        return amount > value if self.key == "above" else amount >= value


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfilePart:
    """One part of a score: a measure, and the points for it. Of the bands reached, the one with most points counts."""

    __pydantic_config__ = CLOSED

    title: Annotated[Text, Said("What the part is called.")]
    measure: Annotated[Text | None, Said("The measure's name, for example referrals.")] = None
    recorded: Annotated[
        Literal["yes", "no"], otherwise("yes"), Said("no for what nobody records here; its points are out of reach.")
    ] = "yes"
    per: Annotated[Per | None, Said("As a rate: per week, 4 weeks, or of the group member-week.")] = None
    over: Annotated[CalendarLength | None, Said("How far back to look, where not as far as the profile.")] = None
    weights: Annotated[Keyed[Weight], Said("How much a late or an excused counts as an absence.")] = field(
        default_factory=dict
    )
    bands: Annotated[Few[Band], Said("From where on how many points are given.")] = ()
    if_nothing: Annotated[Points | None, Said("The points where there was nothing to measure, as no absence.")] = None

    @property
    def most(self) -> int:
        """The most points it can give."""
        return max((band.points for band in self.bands), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Record):
    """A score table: points for measures, and the colours they come to. What stands in the group's own folder wins over
    one of the same name that comes with refertext.
    """

    title: Annotated[Text, Said("Its title.")]
    subject: Annotated[Literal["member", "group"], otherwise("member"), Said("Whom it scores: member or group.")] = (
        "member"
    )
    over: Annotated[CalendarLength, otherwise("26 weeks"), Said("How far back to look; 26 weeks if not said.")] = (
        HALF_A_YEAR
    )
    green: Annotated[Points, otherwise("70"), Said("From how many points on it is green; 70 if not said.")] = 70
    amber: Annotated[Points, otherwise("50"), Said("From how many points on it is amber; 50 if not said.")] = 50
    red: Annotated[Points, otherwise("30"), Said("From how many points on it is red, below grey; 30 if not said.")] = 30
    parts: Annotated[Few[ProfilePart], Said("What gives points.")] = ()

    @property
    def most(self) -> int:
        """The points that all its parts together can give."""
        return sum(part.most for part in self.parts)
