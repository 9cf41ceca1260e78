"""Numbers as people say them: `74.9%`, `12,500 USD`, `1 day`, `-0.33`."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from refertext.measures.measure import Amount, Unit, Value

_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")


def in_words(amount: Amount, unit: Unit, currency: str) -> str:
    """An amount with its unit. Shares and averages are rounded to a tenth, ratios to a hundredth, money to the cent."""
    if unit is Unit.SHARE:
        return f"{_rounded(Fraction(amount) * 100, _TENTH)}%"
    if unit is Unit.MONEY:
        return f"{_rounded(amount, _HUNDREDTH, grouped=True)} {currency}"
    if unit is Unit.DAYS:
        days = _rounded(amount, _TENTH)
        return f"{days} day" if days == "1" else f"{days} days"
    return _rounded(amount, _HUNDREDTH, grouped=unit is Unit.COUNT)


def said(value: Value, currency: str) -> str:
    """A value in words, with what it rests on: `75% (18 of 24)`, `3 days (n = 9)`, or why it cannot be computed."""
    result, unit = value.result, value.measure.unit
    if result.amount is None:
        return f"cannot be computed: {result.reason}"
    words = in_words(result.amount, unit, currency)
    if unit is Unit.SHARE:
        whole = len(result.among) or result.n
        part = len(result.counted) if result.among else _rounded(Fraction(result.amount) * whole, _TENTH)
        return f"{words} ({part} of {whole})"
    return f"{words} (n = {result.n})" if unit in (Unit.DAYS, Unit.RATIO) else words


def _rounded(amount: Amount, to: Decimal, *, grouped: bool = False) -> str:
    if isinstance(amount, int):
        return f"{amount:,}" if grouped else f"{amount}"
    exact = Fraction(amount)
    number = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(to, ROUND_HALF_EVEN)
    if number == number.to_integral_value():
        number = number.quantize(Decimal(1))
    return f"{number:,}" if grouped else f"{number}"
