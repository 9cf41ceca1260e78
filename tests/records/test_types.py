"""Single values: what is taken, what is refused, and what to write instead."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from refertext.records.days import parse_day, parse_time
from refertext.records.lengths import Duration, parse_calendar_length, parse_duration
from refertext.records.numbers import (
    Money,
    Threshold,
    parse_count,
    parse_fraction,
    parse_level,
    parse_money,
    parse_number,
    parse_threshold,
    parse_weight,
)

Parser = Callable[[str], object]

REFUSED: list[tuple[Parser, str, str]] = [
    # parser, text, a part of what to write instead
    (parse_day, "", "YYYY-MM-DD"),
    (parse_day, "2026-02-30", "a day that exists"),
    (parse_day, "2026-02-29", "a day that exists"),
    (parse_day, "2026-13-01", "a day that exists"),
    (parse_day, "2026-00-10", "a day that exists"),
    (parse_day, "2026-01-00", "a day that exists"),
    (parse_day, "0000-01-01", "a day that exists"),
    (parse_day, "0026-03-05", "the year that was meant"),
    (parse_day, "1899-12-31", "the year that was meant"),
    (parse_day, "2200-01-01", "the year that was meant"),
    (parse_day, "9999-12-31", "the year that was meant"),
    (parse_day, "3/5/2026", "YYYY-MM-DD"),
    (parse_day, "03/05/2026", "YYYY-MM-DD"),
    (parse_day, "5.3.2026", "YYYY-MM-DD"),
    (parse_day, "March 5, 2026", "YYYY-MM-DD"),
    (parse_day, "2026-3-5", "write the date as 2026-03-05"),
    (parse_day, "2026/03/05", "write the date as 2026-03-05"),
    (parse_day, "2026.3.5", "write the date as 2026-03-05"),
    (parse_day, "2026-03-05T10:00:00Z", "write the date as 2026-03-05"),
    (parse_day, "2026-03-05 10:00", "write the date as 2026-03-05"),
    (parse_day, "2025–01–09", "the dashes are the long ones: write 2025-01-09"),
    (parse_day, "2025\u201001\u221209", "the dashes are the long ones: write 2025-01-09"),
    (parse_day, "“2025—1—9”", "the dashes are the long ones: write 2025-01-09"),
    (parse_day, "“2025-01-09”", "the quotes are part of it: write 2025-01-09"),
    (parse_day, "'2025-01-09'", "the quotes are part of it: write 2025-01-09"),
    (parse_day, "“2025-02-30”", "YYYY-MM-DD"),
    (parse_day, "2026/13/45", "YYYY-MM-DD"),
    (parse_day, "2026/2/30", "YYYY-MM-DD"),
    (parse_day, "20260305", "YYYY-MM-DD"),
    (parse_day, "2026-W10-4", "YYYY-MM-DD"),
    (parse_day, "2026-064", "YYYY-MM-DD"),
    (parse_day, " 2026-03-05", "YYYY-MM-DD"),
    (parse_day, "2026-03-05\n", "YYYY-MM-DD"),
    (parse_day, "２０２６-03-05", "YYYY-MM-DD"),
    (parse_day, "tomorrow", "YYYY-MM-DD"),
    (parse_day, "1772668800", "YYYY-MM-DD"),
    (parse_time, "", "07:30"),
    (parse_time, "24:00", "07:30"),
    (parse_time, "7:60", "07:30"),
    (parse_time, "7.30", "07:30"),
    (parse_time, "7:30 am", "07:30"),
    (parse_time, "730", "07:30"),
    (parse_time, "07:30:00", "07:30"),
    (parse_time, "07:30\n", "07:30"),
    (parse_count, "", "digits only"),
    (parse_count, "-1", "digits only"),
    (parse_count, "+1", "digits only"),
    (parse_count, "1.0", "digits only"),
    (parse_count, "1_000", "digits only"),
    (parse_count, "1,000", "digits only"),
    (parse_count, "1e3", "digits only"),
    (parse_count, "0x10", "digits only"),
    (parse_count, "1000000", "digits only"),
    (parse_count, "٣", "digits only"),
    (parse_count, "two", "digits only"),
    (parse_level, "0", "from 1"),
    (parse_level, "6", "from 1"),
    (parse_level, "01", "from 1"),
    (parse_level, "high", "from 1"),
    (parse_number, "", "a point"),
    (parse_number, "nan", "a point"),
    (parse_number, "inf", "a point"),
    (parse_number, "-1", "a point"),
    (parse_number, "1,5", "a point"),
    (parse_number, ".5", "a point"),
    (parse_number, "1.", "a point"),
    (parse_number, "1.1234567", "a point"),
    (parse_number, "1e3", "a point"),
    (parse_money, "", "digits only"),
    (parse_money, "-5", "digits only"),
    (parse_money, "free", "digits only"),
    (parse_money, "1e6", "digits only"),
    (parse_money, "nan", "digits only"),
    (parse_money, "12,500", "write 12500,"),
    (parse_money, "1,234,567.89", "write 1234567.89,"),
    (parse_money, "12'500", "write 12500,"),
    (parse_money, "12 500", "write 12500,"),
    (parse_money, "$12,500", "write 12500,"),
    (parse_money, "$ 12500", "write 12500,"),
    (parse_money, "12500$", "write 12500,"),
    (parse_money, "¥12500", "write 12500,"),
    (parse_money, "€12,500", "write 12500 EUR,"),
    (parse_money, "12500 €", "write 12500 EUR,"),
    (parse_money, "£99.50", "write 99.50 GBP,"),
    (parse_money, "12,500 EUR", "write 12500 EUR,"),
    (parse_money, "1200EUR", "write 1200 EUR,"),
    (parse_money, "€12,50", "write 12.50 EUR,"),
    (parse_money, "12,50", "write 12.50,"),
    (parse_money, "1.200,00", "write 1200.00,"),
    (parse_money, "€1.200,50", "write 1200.50 EUR,"),
    (parse_money, "USD 1,200", "write 1200 USD,"),
    (parse_money, "USD1,200.00", "write 1200.00 USD,"),
    (parse_money, "USD 1,200 EUR", "digits only"),
    (parse_money, "12,5", "digits only"),
    (parse_money, "1.234", "digits only"),
    (parse_money, "1,2,3", "digits only"),
    (parse_money, "12,5000", "digits only"),
    (parse_money, "$1,2", "digits only"),
    (parse_money, "1200 eur", "digits only"),
    (parse_money, "1200 EURO", "digits only"),
    (parse_money, "EUR 1200", "write 1200 EUR,"),
    (parse_money, "1200\u00a0EUR", "digits only"),
    (parse_money, "12500\n", "write 12500,"),
    (parse_money, "1234567890123", "digits only"),
    (parse_threshold, "", "75%"),
    (parse_threshold, "--1%", "75%"),
    (parse_threshold, "- 1", "75%"),
    (parse_threshold, "-", "75%"),
    (parse_threshold, "75 percent", "75%"),
    (parse_threshold, "1000%", "75%"),
    (parse_threshold, "75%%", "75%"),
    (parse_threshold, "1/0", "75%"),
    (parse_threshold, "two", "75%"),
    (parse_fraction, "1/0", "1/3"),
    (parse_fraction, "1/00", "1/3"),
    (parse_fraction, "-1/3", "1/3"),
    (parse_fraction, "1 / 3", "1/3"),
    (parse_fraction, "1/3/5", "1/3"),
    (parse_weight, "50%", "0.5 or 1/3"),
    (parse_weight, "half", "1/3"),
    (parse_duration, "", "6 months"),
    (parse_duration, "6", "6 months"),
    (parse_duration, "months", "6 months"),
    (parse_duration, "0 days", "6 months"),
    (parse_duration, "-1 days", "6 months"),
    (parse_duration, "1.5 years", "6 months"),
    (parse_duration, "half a year", "6 months"),
    (parse_duration, "6 Months", "6 months"),
    (parse_duration, "6  months", "6 months"),
    (parse_duration, "6 monthss", "6 months"),
    (parse_duration, "P6M", "6 months"),
    (parse_duration, "101 years", "6 months"),
    (parse_duration, "9999 years", "6 months"),
    (parse_duration, "99999 days", "6 months"),
    (parse_calendar_length, "4 meetings", "days, weeks, months"),
    (parse_calendar_length, "x", "6 months"),
]

TAKEN: list[tuple[Parser, str, object]] = [
    (parse_day, "2026-03-05", date(2026, 3, 5)),
    (parse_day, "2024-02-29", date(2024, 2, 29)),
    (parse_day, "2000-02-29", date(2000, 2, 29)),
    (parse_day, "1900-01-01", date(1900, 1, 1)),
    (parse_day, "2199-12-31", date(2199, 12, 31)),
    (parse_time, "07:30", time(7, 30)),
    (parse_time, "7:30", time(7, 30)),
    (parse_time, "00:00", time(0, 0)),
    (parse_time, "23:59", time(23, 59)),
    (parse_count, "0", 0),
    (parse_count, "007", 7),
    (parse_count, "999999", 999_999),
    (parse_level, "1", 1),
    (parse_level, "5", 5),
    (parse_number, "0", Decimal(0)),
    (parse_number, "0.5", Decimal("0.5")),
    (parse_number, "2", Decimal(2)),
    (parse_money, "0", Money(Decimal(0))),
    (parse_money, "12500", Money(Decimal(12500))),
    (parse_money, "99.50", Money(Decimal("99.50"))),
    (parse_money, "99.5", Money(Decimal("99.5"))),
    (parse_money, "1200 EUR", Money(Decimal(1200), "EUR")),
    (parse_money, "999999999999.99", Money(Decimal("999999999999.99"))),
    (parse_threshold, "2", Threshold(Fraction(2))),
    (parse_threshold, "-1/3", Threshold(Fraction(-1, 3))),
    (parse_threshold, "-50%", Threshold(Fraction(-1, 2), percent=True)),
    (parse_threshold, "0.5", Threshold(Fraction(1, 2))),
    (parse_threshold, "1/3", Threshold(Fraction(1, 3))),
    (parse_threshold, "75%", Threshold(Fraction(3, 4), percent=True)),
    (parse_threshold, "75 %", Threshold(Fraction(3, 4), percent=True)),
    (parse_threshold, "66.667%", Threshold(Fraction(66667, 100_000), percent=True)),
    (parse_threshold, "150%", Threshold(Fraction(3, 2), percent=True)),
    (parse_fraction, "0/5", Fraction(0)),
    (parse_fraction, "2/6", Fraction(1, 3)),
    (parse_weight, "1/3", Fraction(1, 3)),
    (parse_weight, "1", Fraction(1)),
    (parse_duration, "6 months", Duration(6, "months")),
    (parse_duration, "1 month", Duration(1, "months")),
    (parse_duration, "6month", Duration(6, "months")),
    (parse_duration, "26 weeks", Duration(26, "weeks")),
    (parse_duration, "60 days", Duration(60, "days")),
    (parse_duration, "2 quarters", Duration(2, "quarters")),
    (parse_duration, "100 years", Duration(100, "years")),
    (parse_duration, "4 meetings", Duration(4, "meetings")),
    (parse_calendar_length, "1 year", Duration(1, "years")),
]


@pytest.mark.parametrize(("parse", "text", "mend"), REFUSED)
def test_refused(parse: Parser, text: str, mend: str) -> None:
    with pytest.raises(PydanticCustomError) as refusal:
        parse(text)
    context = refusal.value.context or {}
    assert refusal.value.type == "wrong_value"
    assert "write " in context["mend"]
    assert mend in context["mend"]
    assert context["said"]


@pytest.mark.parametrize(("parse", "text", "value"), TAKEN)
def test_taken(parse: Parser, text: str, value: object) -> None:
    assert parse(text) == value


@pytest.mark.parametrize("parse", list(dict.fromkeys(parse for parse, *_ in TAKEN)))
@given(text=st.text())
def test_any_text_is_taken_or_refused(parse: Parser, text: str) -> None:
    with suppress(PydanticCustomError):
        parse(text)


days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(days)
def test_every_day_reads_back(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@given(days)
def test_a_mended_day_is_taken(day: date) -> None:
    with pytest.raises(PydanticCustomError) as refusal:
        parse_day(f"{day.year}/{day.month}/{day.day}")
    mend = (refusal.value.context or {})["mend"]
    assert parse_day(mend.removeprefix("write the date as ")) == day


@given(st.decimals(0, 999_999_999, places=2), st.sampled_from(["", " EUR"]))
def test_a_mended_amount_is_taken(amount: Decimal, currency: str) -> None:
    money = parse_money(f"{amount}{currency}")
    assert money == Money(amount, currency.strip() or None)
    with pytest.raises(PydanticCustomError) as refusal:
        parse_money(f"${amount:,}{currency}")
    mend = (refusal.value.context or {})["mend"]
    assert parse_money(mend.removeprefix("write ").partition(", ")[0]) == money


AFTER = [
    ("2026-01-31", "1 month", "2026-02-28"),
    ("2024-01-31", "1 month", "2024-02-29"),
    ("2026-03-31", "1 month", "2026-04-30"),
    ("2026-02-28", "1 month", "2026-03-28"),
    ("2026-12-31", "1 month", "2027-01-31"),
    ("2026-11-30", "1 quarter", "2027-02-28"),
    ("2024-02-29", "1 year", "2025-02-28"),
    ("2024-02-29", "4 years", "2028-02-29"),
    ("2096-02-29", "4 years", "2100-02-28"),
    ("2026-03-05", "12 months", "2027-03-05"),
    ("2026-03-05", "1 day", "2026-03-06"),
    ("2026-12-28", "1 week", "2027-01-04"),
    ("2199-12-31", "100 years", "2299-12-31"),
]


@pytest.mark.parametrize(("day", "length", "after"), AFTER)
def test_after(day: str, length: str, after: str) -> None:
    assert parse_calendar_length(length).after(parse_day(day)).isoformat() == after


def stepped(day: date, months: int) -> date:
    """So many months later, found by going from first of month to first of month."""
    first = day.replace(day=1)
    for _ in range(months):
        first = (first + timedelta(days=31)).replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


@given(days, st.integers(1, 400))
def test_after_months(day: date, count: int) -> None:
    assert Duration(count, "months").after(day) == stepped(day, count)
    assert Duration(count, "quarters").after(day) == stepped(day, 3 * count)
    assert Duration(count, "days").after(day) == day + timedelta(days=count)
    assert Duration(count, "weeks").after(day) == day + timedelta(days=7 * count)


@given(days, st.integers(1, 100))
def test_after_years(day: date, count: int) -> None:
    after = Duration(count, "years").after(day)
    assert (after.year, after.month) == (day.year + count, day.month)
    assert after.day == min(day.day, monthrange(after.year, after.month)[1])


@given(days, st.from_regex(r"[0-9]{1,4} (day|week|month|quarter|year)s?", fullmatch=True))
def test_any_length_that_is_taken_ends_some_day(day: date, text: str) -> None:
    try:
        length = parse_calendar_length(text)
    except PydanticCustomError:
        return
    assert length.after(day) > day
    assert parse_calendar_length(str(length)) == length
