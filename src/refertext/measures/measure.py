"""What a measure is, how one is declared, and what it gives: a number with the records it rests on."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from refertext.measures.facts import Facts
from refertext.measures.subject import Kind, Subject
from refertext.measures.timeline import Event
from refertext.measures.window import Window

Amount = int | Fraction | Decimal
"""Counts are whole, shares and averages exact fractions, money decimal."""
STILL_RUNNING = "still running"
"""The label of the part of a longest run that says how long the run is that has not ended yet."""


class Unit(StrEnum):
    """What an amount is counted in."""

    COUNT = "count"
    SHARE = "share"
    """A part of a whole, 0 to 1, said as a percentage."""
    DAYS = "days"
    MONEY = "money"
    """In the group's currency."""
    RATIO = "ratio"
    """A plain number, such as the balance between -1 and 1."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked: about whom, in which window, and how much lates and others count as absences."""

    subject: Subject
    window: Window
    weights: Mapping[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """A number beside the main one, such as the 90th percentile beside a median; `counted` are the events that a sum of
    money is made of.
    """

    label: str
    amount: Amount
    unit: Unit
    counted: Sequence[Event] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Result:
    """What a measure's function gives.

    `amount` is None where it cannot be computed; then `reason` says why, as a sentence without full stop. `n` is how
    many records or occasions it rests on. `counted` are the events that count, `among` those they are counted among.
    `inputs` are the numbers that the formula puts together, by the names it has for them; `formula` is the one that
    weights make in place of the measure's own, empty where they do not. `beside` finds
    other events that they come from, by what those are: what was promised, who was there at the start.
    """

    amount: Amount | None
    n: int
    counted: Sequence[Event] = ()
    among: Sequence[Event] = ()
    inputs: Mapping[str, Amount] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    reason: str = ""
    formula: str = ""
    beside: Callable[[], Mapping[str, Sequence[Event]]] = field(default=dict, compare=False)


Compute = Callable[[Facts, Scope], Result]


@dataclass(frozen=True, slots=True)
class Measure:
    """A named number computed from records, with one definition: its page.

    `formula` shows how the inputs of a result come together. `at_meetings` says that it is counted at group meetings,
    so that a window may be some meetings; `weighted`, that weights mean something to it; `at_end`, that it is the state
    at the window's end, so that the window's first day does not matter; `mutual`, that of a pair it is the same from
    both sides; `longest`, that it is the longest of several runs, of which the part `STILL_RUNNING` goes on. `noun` is
    what one of the counted is called: `meeting in person`; `failing`, what one of those among which they are counted is
    called that does not count: `missed meeting`. It is empty where it may count later, or none is better than some.
    `of_failings` says that those among which they are counted should not happen at all, such as absences. `shrinks`
    says that later records may make less of it, `signed` that it may be below 0, `may_exceed` of a share
    that it may be more than 100%. `settled` says that what it counts has come to an end, so that nothing recorded later
    mends it. `lacking` are the words for one and for several that are missing, with their number in braces, where not
    further ones but some of those there are must come to count. `lates` says how many lates it takes for an absence.
    """

    name: str
    family: str
    unit: Unit
    kinds: frozenset[Kind]
    formula: str
    page: str
    compute: Compute
    at_meetings: bool = False
    weighted: bool = False
    at_end: bool = False
    mutual: bool = False
    longest: bool = False
    noun: tuple[str, str] = ("", "")
    failing: tuple[str, str] = ("", "")
    of_failings: bool = False
    shrinks: bool = False
    signed: bool = False
    may_exceed: bool = False
    settled: bool = False
    lacking: tuple[str, str] = ("", "")
    lates: int = 0

    @property
    def only_grows(self) -> bool:
        """Whether more records never make less of it, so that what exceeds a limit within a period stays above it."""
        return self.unit in (Unit.COUNT, Unit.MONEY) and not self.at_end and not self.shrinks

    @property
    def adds_up(self) -> bool:
        """Whether twice the time holds about twice as much: then it can be a rate."""
        return self.unit in (Unit.COUNT, Unit.MONEY) and not self.at_end and not self.longest

    @property
    def title(self) -> str:
        """The first line of the page, without its full stop."""
        return self.page.split("\n", 1)[0].rstrip(".")

    def of(
        self, facts: Facts, subject: Subject, window: Window, weights: Mapping[str, Fraction] | None = None
    ) -> Value:
        """The measure of a subject in a window. Days after the group's own day are left out.

        Raises ValueError where the measure is not made for such subjects.
        """
        if subject.kind not in self.kinds:
            raise ValueError(f"{self.name} is no measure of a {subject.kind}")
        as_of = facts.group.as_of
        known = window if window.last <= as_of else Window(window.first, as_of)
        return Value(self, subject, known, self.compute(facts, Scope(subject, known, weights or {})))


@dataclass(frozen=True, slots=True)
class Value:
    """A measure of a subject in a window, with what it rests on."""

    measure: Measure
    subject: Subject
    window: Window
    result: Result

    @property
    def amount(self) -> Amount | None:
        """The number, or None where it cannot be computed."""
        return self.result.amount

    @property
    def formula(self) -> str:
        """How the inputs come together."""
        return self.result.formula or self.measure.formula

    @property
    def n(self) -> int:
        """How many records or occasions it rests on."""
        return self.result.n


def measure(
    unit: Unit,
    *kinds: Kind,
    formula: str,
    at_meetings: bool = False,
    weighted: bool = False,
    at_end: bool = False,
    mutual: bool = False,
    longest: bool = False,
    noun: tuple[str, str] = ("", ""),
    failing: tuple[str, str] = ("", ""),
    of_failings: bool = False,
    shrinks: bool = False,
    signed: bool = False,
    may_exceed: bool = False,
    settled: bool = False,
    lacking: tuple[str, str] = ("", ""),
    lates: int = 0,
) -> Callable[[Compute], Measure]:
    """Declares a function as a measure in a unit, for some kinds of subjects.

    The function's name is the measure's name, its module's folder the family, its docstring the page. Without a `noun`
    (one, several) the formula is the word for several.
    """

    def declare(compute: Compute) -> Measure:
        title, _, rest = (compute.__doc__ or "").partition("\n")
        return Measure(
            name=compute.__name__.replace("_", "-"),
            family=compute.__module__.split(".")[-2],
            unit=unit,
            kinds=frozenset(kinds),
            formula=formula,
            page=f"{title}\n{textwrap.dedent(rest).rstrip()}",
            compute=compute,
            at_meetings=at_meetings,
            weighted=weighted,
            at_end=at_end,
            mutual=mutual,
            longest=longest,
            noun=noun if noun[0] else (formula.removesuffix("s"), formula),
            failing=failing,
            of_failings=of_failings,
            shrinks=shrinks,
            signed=signed,
            may_exceed=may_exceed,
            settled=settled,
            lacking=lacking,
            lates=lates,
        )

    return declare


def count(counted: Sequence[Event], parts: tuple[Part, ...] = ()) -> Result:
    """The number of some events."""
    return Result(len(counted), len(counted), counted, parts=parts)


def share(
    counted: Sequence[Event],
    among: Sequence[Event],
    inputs: Mapping[str, Amount],
    reason: str,
    parts: tuple[Part, ...] = (),
) -> Result:
    """The share of some events among others; the reason where there are none of those."""
    if not among:
        return Result(None, 0, inputs=inputs, parts=parts, reason=reason)
    return Result(Fraction(len(counted), len(among)), len(among), counted, among, inputs, parts)


def unknown(reason: str, among: Sequence[Event] = ()) -> Result:
    """That a measure cannot be computed, and why."""
    return Result(None, 0, among=among, reason=reason)
