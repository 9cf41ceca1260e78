"""A measure tried against a commitment in one window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from refertext.commitments.bound import Bound
from refertext.commitments.periods import Judged
from refertext.commitments.weights import made_of
from refertext.measures import Facts, Measure, Unit, Value, Window
from refertext.measures.measure import STILL_RUNNING
from refertext.measures.privacy import PRIVATE, may_be_shown
from refertext.measures.wording import in_words, said
from refertext.records.numbers import Threshold

Exact = Fraction | int


@dataclass(frozen=True, slots=True)
class Tried:
    """A measure in a window, and the number it must reach (`at_least`), must not exceed (`at_most`) or aims at. Of a
    window that is not over yet, the value is that of the days so far. `whole` says that it is counted in whole ones;
    `weights` are those that the commitment gives to lates and others.
    """

    window: Window
    value: Value
    at_least: Fraction | None
    at_most: Fraction | None
    target: Fraction | None
    whole: bool
    weights: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def amount(self) -> Exact:
        """The exact number; only of a value that could be computed."""
        amount = self.value.amount
        return Fraction(amount) if isinstance(amount, Decimal) else amount or 0

    @property
    def at_stake(self) -> Exact:
        """What one more would add to: of a longest run the run that nobody has ended yet, else the amount."""
        if not self.value.measure.longest:
            return self.amount
        return next((Fraction(p.amount) for p in self.value.result.parts if p.label == STILL_RUNNING), self.amount)

    @property
    def is_met(self) -> bool:
        """Whether the floor is reached and the limit not exceeded."""
        return self.reaches and not self.exceeds

    @property
    def reaches(self) -> bool:
        """Whether the floor is reached."""
        return self.at_least is None or self.amount >= self.at_least

    @property
    def lacking(self) -> Exact:
        """How much is missing to the floor; not above nothing where it is reached."""
        return self.at_least - self.amount if self.at_least is not None else 0

    @property
    def exceeds(self) -> bool:
        """Whether the limit is exceeded."""
        return self.at_most is not None and self.amount > self.at_most

    @property
    def room(self) -> Exact | None:
        """How much more may come before the limit is exceeded; None where there is no limit."""
        return self.at_most - self.at_stake if self.at_most is not None else None

    @property
    def has_reached_its_limit(self) -> bool:
        """Whether there is a limit, and no room for one more; where nothing happened, nothing is reached."""
        if self.room is None or not self.at_stake:
            return False
        return self.room < 1 if self.value.measure.unit is Unit.COUNT else self.room <= 0


def tried(facts: Facts, measure: Measure, bound: Bound, judged: Judged) -> Tried:
    """A measure tried in a window, from the day on which the commitment binds; of what is recorded so far."""
    commitment, window = bound.commitment, judged.window
    since = window if window.first >= bound.start else Window(bound.start, window.last)
    known = since if since.last <= bound.term.today else Window(since.first, bound.term.today)
    factor = _factor(bound, judged)
    return Tried(
        window=since,
        value=measure.of(facts, bound.subject, known, commitment.weights),
        at_least=_multiplied(commitment.at_least, factor),
        at_most=_multiplied(commitment.at_most, factor),
        target=_multiplied(commitment.target, factor),
        whole=measure.unit is Unit.COUNT and _are_whole(commitment.weights),
        weights=commitment.weights,
    )


def _are_whole(weights: Mapping[str, Fraction]) -> bool:
    return not weights or all(weight.denominator == 1 for weight in weights.values())


def _factor(bound: Bound, judged: Judged) -> Exact:
    """By what a rate is multiplied: periods × counted days ÷ window days."""
    if judged.periods is None:
        return 1
    days, counts = judged.window.days, bound.counted(judged.window)
    return judged.periods if counts == days else judged.periods * Fraction(counts, days)


def _multiplied(threshold: Threshold | None, factor: Exact) -> Fraction | None:
    if threshold is None:
        return None
    return threshold.value if factor == 1 else threshold.value * factor


def told(facts: Facts, one: Tried) -> str:
    """How it stands, in words: `attendance 70.8% (17 of 24), at least 75%, 2026-05-22 to 2026-11-20`."""
    measure, currency = one.value.measure, facts.group.settings.currency
    amount = said(one.value, currency) if may_be_shown(facts, one.value) else PRIVATE
    words = [f"{measure.name} {amount}{made_of(one.value, one.weights)}"]
    if one.at_least:
        words.append(f"at least {_needed(one, one.at_least, ceil, currency)}")
    if one.at_most is not None:
        words.append(f"at most {_needed(one, one.at_most, floor, currency)}")
    if one.target is not None:
        words.append(f"aim {_needed(one, one.target, ceil, currency)}")
    words.append(f"on {one.value.window.last}" if measure.at_end else str(one.value.window))
    return ", ".join(words)


def _needed(one: Tried, exact: Exact, rounded: Callable[[Exact], int], currency: str) -> str:
    """A floor or limit: of what is counted in whole ones, the whole number that it comes to."""
    return in_words(rounded(exact) if one.whole else exact, one.value.measure.unit, currency)


def counted(number: int, noun: tuple[str, str], more: str = "") -> str:
    """A number of something: `1 more absence`, `2 more absences`."""
    single, several = noun
    return f"{number} {more}{single if number == 1 else several}".rstrip()
