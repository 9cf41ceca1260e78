"""The group's settings, `refertext.yml`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from refertext.problem import Path
from refertext.records.categories import Categories, Tree
from refertext.records.days import Day, TimeOfDay
from refertext.records.lengths import CalendarLength, Weekday
from refertext.records.numbers import Count
from refertext.records.record import Record
from refertext.records.refusals import misshapen, wrong
from refertext.records.same_words import row_of_words, rows_of_words
from refertext.records.scalar import read_by
from refertext.records.types import CLOSED, Few, Said, Several, Text, otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Meets:
    """When and where the group meets."""

    __pydantic_config__ = CLOSED

    every: Annotated[Literal["week", "month"], Said("How often.")]
    nth: Annotated[Count | None, Said("With every: month, which such weekday of the month (1 to 5).")] = None
    weekday: Annotated[Weekday, Said("The day of the week.")]
    time: Annotated[TimeOfDay | None, Said("When it begins, in 24 hours.")] = None
    minutes: Annotated[Count | None, Said("How long it lasts.")] = None
    place: Annotated[Text | None, Said("Where.")] = None


def _told_which(meets: Meets | None) -> Meets | None:
    """Meetings every month are on a weekday of which it is said which one."""
    if meets and meets.every == "month" and meets.nth not in range(1, 6):
        day = meets.weekday.capitalize()
        said = (
            f"every: month does not say on which {day}"
            if meets.nth is None
            else f"no month has a {day} nth: {meets.nth}"
        )
        raise wrong(
            said, f"write nth: 1 for the first {day} of a month, up to nth: 5; leave meets: out if the day changes"
        )
    return meets


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entry of a list of the settings. `path` leads to it in the file; counting the entries that could be read does
    not, because faulty ones are left out.
    """

    path: Path = field(init=False, default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Break(Listed):
    """Days without group meetings."""

    __pydantic_config__ = CLOSED

    from_: Annotated[Day, Said("First day of the break."), Field(alias="from")]
    until: Annotated[Day, Said("Last day of the break.")]
    why: Annotated[Text | None, Said("Why, for example holidays.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatNotice(Listed):
    """A seat that nobody holds, or that may be contested."""

    __pydantic_config__ = CLOSED

    category: Annotated[Text, Said("A category of the tree, for example people/training.")]
    status: Annotated[Literal["wanted", "reserved", "opened"], Said("What is said of the seat.")]
    for_: Annotated[Text | None, Said("For whom it is reserved: an id."), Field(alias="for")] = None
    holder: Annotated[Text | None, Said("Who holds the opened seat: a member's id.")] = None
    since: Annotated[Day | None, Said("From which day.")] = None
    until: Annotated[Day | None, Said("The last day of a reservation.")] = None
    why: Annotated[Text | None, Said("Why.")] = None

    def is_over_on(self, day: date) -> bool:
        """Whether its last day has passed at the beginning of a day."""
        return self.until is not None and self.until < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(Listed):
    """What a member did to find someone for a seat."""

    __pydantic_config__ = CLOSED

    by: Annotated[Text, Said("Who searches: a member's id.")]
    for_: Annotated[Text, Said("The category searched for."), Field(alias="for")]
    conversations: Annotated[Count | None, Said("How many conversations it took so far.")] = None
    found: Annotated[Text | None, Said("Who was found: an id.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where the site and its forms lead."""

    __pydantic_config__ = CLOSED

    audience: Annotated[Literal["public", "members"], otherwise("public"), Said("For whom the site is built.")] = (
        "public"
    )
    repository: Annotated[Text | None, Said("The repository's web address.")] = None
    branch: Annotated[Text | None, Said("The branch that forms write to.")] = None
    mail: Annotated[Text | None, Said("Where forms may be mailed to.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Listed):
    """A recorded, reasoned, dated exception to a rule."""

    __pydantic_config__ = CLOSED

    rule: Annotated[Text, Said("The rule's name.")]
    file: Annotated[Text, Said("The file in which findings of the rule are waived.")]
    why: Annotated[Text, Said("The reason, and who decided.")]
    until: Annotated[Day, Said("The last day of the waiver.")]

    def runs_on(self, day: date) -> bool:
        """Whether it still covers anything on a day."""
        return self.until >= day


def _zone(value: object) -> str:
    if value == "UTC":
        return value  # without a look at time zone data, so that defaults hold where there is none
    if not isinstance(value, str):
        raise misshapen("a time zone", value, "write one, for example America/Denver")
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise _no_zone(value) from None
    return value


def _no_zone(value: str) -> Exception:
    return wrong(
        f"“{value}” is not a time zone",
        "write one as Region/City, for example America/Denver or Europe/Berlin",
    )


def _currency(value: object) -> str:
    if not isinstance(value, str):
        raise misshapen("a currency", value, "write its three capital letters, for example USD")
    if len(value) == 3 and value.isascii() and value.isalpha() and value.isupper():
        return value
    raise wrong(f"“{value}” is not a currency", "write its three capital letters, for example USD")


SameWords = Annotated[Few[Annotated[Few[Text], BeforeValidator(row_of_words)]], BeforeValidator(rows_of_words)]
Zone = Annotated[str, read_by(_zone, {"type": "string"})]
Currency = Annotated[str, read_by(_currency, {"type": "string", "pattern": "^[A-Z]{3}$"})]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Record):
    """The settings of a group."""

    group: Annotated[Text, Said("The group's name.")]
    timezone: Annotated[Zone, Said("The zone in which days begin and end, for example America/Denver.")]
    currency: Annotated[Currency, Said("The group's currency, for example USD.")]
    coordinator: Annotated[Text | None, Said("Who looks after the group: a member's id.")] = None
    as_of: Annotated[Day | None, Said("Pins the day for which everything is computed; only a sample does that.")] = None
    meets: Annotated[Meets | None, AfterValidator(_told_which), Said("When and where the group meets.")] = None
    breaks: Annotated[Several[Break], Said("Days without group meetings.")] = ()
    categories: Annotated[Categories, Said("The tree of categories; each seat names one.")] = field(
        default_factory=dict
    )
    same_words: Annotated[SameWords, Said("Services or clients that mean the same.")] = ()
    seats: Annotated[Few[SeatNotice], Said("Seats nobody holds, or that may be contested.")] = ()
    searches: Annotated[Few[Search], Said("Who looks for members for which category.")] = ()
    cooling_off: Annotated[CalendarLength | None, Said("How long a leaver waits before coming back.")] = None
    profile: Annotated[Text, otherwise("ground-rules"), Said("The score table in use.")] = "ground-rules"
    site: Annotated[Site | None, Said("Where the site and its forms lead.")] = None
    waivers: Annotated[Few[Waiver], Said("Recorded exceptions to rules.")] = ()

    def category_names(self) -> frozenset[str]:
        """All categories, as paths such as finance/mortgage."""
        return frozenset(_paths(self.categories, ""))


DEFAULTS: dict[str, Any] = {"group": "This group", "timezone": "UTC", "currency": "USD"}
"""What stands in for settings that could not be read."""


def _paths(tree: Tree, above: str) -> Iterator[str]:
    for name, below in tree.items():
        yield above + name
        yield from _paths(below, f"{above}{name}/")
