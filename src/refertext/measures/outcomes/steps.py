"""What measures of outcomes share: steps reached with gifts of the subject, medians, and sums of money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from refertext.measures.events import Reached, Win
from refertext.measures.facts import Facts
from refertext.measures.indexed import R, Steps
from refertext.measures.measure import Part, Result, Scope, Unit, unknown
from refertext.measures.subject import Kind
from refertext.measures.timeline import Timeline
from refertext.measures.window import Window
from refertext.text.wording import listed


def with_gifts_of(steps: Steps[R], scope: Scope) -> Sequence[R]:
    """The steps in the window reached with gifts of a member, of one of a pair to the other, or of all members."""
    if scope.subject.kind is Kind.PAIR:
        return _within(scope.window, steps.by_pair.of(scope.subject.pair))
    if scope.subject.kind is Kind.GROUP:
        return _within(scope.window, steps.by_giver.everything)
    return _within(scope.window, steps.by_giver.of(scope.subject.member))


def reached_by(steps: Steps[R], scope: Scope) -> Sequence[R]:
    """The steps in the window that a member reached, the first of a pair with the other's gifts, or anybody."""
    if scope.subject.kind is Kind.PAIR:
        one, other = scope.subject.pair
        return _within(scope.window, steps.by_pair.of((other, one)))
    if scope.subject.kind is Kind.GROUP:
        return _within(scope.window, steps.by_receiver.everything)
    return _within(scope.window, steps.by_receiver.of(scope.subject.member))


def _within(window: Window, steps: Timeline[R]) -> Sequence[R]:
    """The steps of a window. One dated before its gift is not known of until the gift is."""
    return [step for step in steps.within(window) if step.gift.day <= window.last]


def ever(scope: Scope) -> Scope:
    """The same, asked of all days up to the window's end."""
    return replace(scope, window=Window(date.min, scope.window.last))


def median(numbers: Sequence[int]) -> Fraction:
    """The middle of some numbers, or the mean of the two in the middle."""
    ordered, half = sorted(numbers), len(numbers) // 2
    if len(ordered) % 2:
        return Fraction(ordered[half])
    return Fraction(ordered[half - 1] + ordered[half], 2)


def percentile_90(numbers: Sequence[int]) -> int:
    """The smallest of some numbers that nine in ten of them do not exceed (nearest rank)."""
    return sorted(numbers)[-(-len(numbers) * 9 // 10) - 1]


def waiting(steps: Sequence[Reached], nothing: str) -> Result:
    """How long it took to reach some steps: the median, and the 90th percentile beside it."""
    if not steps:
        return unknown(nothing)
    days = [step.waited for step in steps]
    parts = (Part("90th percentile", percentile_90(days), Unit.DAYS),)
    return Result(median(days), len(days), steps, (), {"median of days": median(days)}, parts)


def worth(facts: Facts, wins: Sequence[Win]) -> Result:
    """What some wins were worth together, in the group's currency: refused where others are among them."""
    valued = [(win, win.value) for win in wins if win.value]
    own = facts.group.settings.currency
    currencies = {money.currency or own for _, money in valued}
    if currencies - {own}:
        said = listed(sorted(currencies | {own}))
        return unknown(f"amounts in {said} cannot be added up; write them all in {own}", wins)
    total = sum((money.amount for _, money in valued), Decimal(0))
    parts = _apart([(win, money.amount) for win, money in valued])
    if len(valued) < len(wins):
        parts += (Part("won without a value", len(wins) - len(valued), Unit.COUNT),)
    return Result(total, len(valued), [win for win, _ in valued], wins, {"sum of values won": total}, parts)


def _apart(wins: Sequence[tuple[Win, Decimal]]) -> tuple[Part, ...]:
    """What was won first and again, and by tier; those that are nothing are left out."""
    sums: dict[str, Decimal] = {}
    whose: dict[str, list[Win]] = {}
    for label in ("first business", "repeat business", "inside", "outside", "spin-off", "no tier"):
        sums[label], whose[label] = Decimal(0), []
    for win, amount in wins:
        for label in ("first business" if win.first else "repeat business", win.record.tier or "no tier"):
            sums[label] += amount
            whose[label].append(win)
    return tuple(Part(label, amount, Unit.MONEY, whose[label]) for label, amount in sums.items() if amount)
