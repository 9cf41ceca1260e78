"""Values for programs: plain numbers, the same in JSON and CSV."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from refertext.measures import Amount, Facts, Unit, Value
from refertext.measures.privacy import may_be_shown, why_not_shown

_PLACES = 6


def as_number(amount: Amount | None) -> int | float | str | None:
    """An amount as a plain number: whole, or rounded to six places; money is text, so that no cent is lost."""
    if isinstance(amount, Decimal):
        return f"{amount:f}"
    if isinstance(amount, Fraction):
        return amount.numerator if amount.denominator == 1 else round(float(amount), _PLACES)
    return amount


def number(facts: Facts, value: Value) -> dict[str, Any]:
    """A value with what tells it apart, flat: measure, subject, window, amount, unit, n, why there is no amount, and of
    money the currency.
    """
    open_ = may_be_shown(facts, value)
    return {
        "measure": value.measure.name,
        "subject": str(value.subject),
        "from": None if value.measure.at_end else value.window.first.isoformat(),
        "until": value.window.last.isoformat(),
        "amount": as_number(value.amount) if open_ else None,
        "unit": value.measure.unit.value,
        "n": value.n,
        "reason": value.result.reason if open_ else f"not shown: {why_not_shown(value)}",
        "currency": facts.group.settings.currency if value.measure.unit is Unit.MONEY else None,
    }
