"""Numbers as pages show them: what they say, what they rest on, and the records behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from refertext.insights.on_record import known_since
from refertext.measures import Event, Subject, Unit, Value, Window
from refertext.measures.privacy import may_be_shown, shortly, why_not_shown
from refertext.measures.registry import all_measures
from refertext.measures.window import complete_periods, periods_in
from refertext.measures.wording import said
from refertext.reports.happened import what_happened
from refertext.reports.why import rows_of, substituted
from refertext.site.days import in_days
from refertext.site.places import record_page
from refertext.site.site import Site

MOST_RECORDS = 60
"""How many records are listed behind a number, the latest ones; the others are counted."""
MONTHS = 12
"""How many months a trend shows."""
_BANDS = (1_000_000, 500_000, 250_000, 100_000, 50_000, 25_000, 10_000, 5_000, 1_000)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record behind a number: `counts` tells it from those among which it was counted, `to` leads to where the site
    shows it.
    """

    day: date
    text: str
    counts: bool
    to: str


@dataclass(frozen=True, slots=True)
class Number:
    """A measure of a subject: in short, and in a sentence; the formula with its numbers; the records behind it.

    `before` is the number of the time before in short, empty where there is none; `more` how many records are not
    listed; `reason` why there is no number.
    """

    measure: str
    label: str
    short: str
    said: str
    before: str
    window: str
    n: int
    formula: str
    reason: str
    records: tuple[Evidence, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Trend:
    """A number of each of the last complete months, the oldest first; None where there was none to tell, as before
    records began, and of money for the public, to whom its line would tell more than its bands.
    """

    months: tuple[date, ...]
    amounts: tuple[float | None, ...]
    unit: str


def number(site: Site, value: Value, before: Value | None = None) -> Number:
    """A value as the site's audience may see it, with its evidence for members."""
    open_ = may_be_shown(site.facts, value)
    rows = rows_of(value) if site.is_for_members else []
    latest = list(reversed(rows))[:MOST_RECORDS]
    return Number(
        measure=value.measure.name,
        label=label(value.measure.name),
        short=_short(site, value),
        said=in_days(_said(site, value)) if open_ else f"not shown: {why_not_shown(value)}",
        before=_short(site, before) if before else "",
        window=in_days(f"at the end of {value.window.last}" if value.measure.at_end else str(value.window)),
        n=value.n,
        formula=_formula(site, value) if open_ else value.measure.formula,
        reason=in_days(value.result.reason),
        records=tuple(evidence(site, event, counts=counts) for counts, event in latest),
        more=len(rows) - len(latest),
    )


def evidence(site: Site, event: Event, *, counts: bool = True) -> Evidence:
    """An event as the record behind a number."""
    return Evidence(event.day, in_days(what_happened(site.group, event)), counts, record_page(site, event.record))


def _said(site: Site, value: Value) -> str:
    if value.measure.unit is Unit.MONEY and value.amount is not None and not site.is_for_members:
        return _short(site, value)
    return said(value, site.group.settings.currency)


def _formula(site: Site, value: Value) -> str:
    if not value.result.inputs or (value.measure.unit is Unit.MONEY and not site.is_for_members):
        return value.measure.formula
    return f"{value.measure.formula} = {substituted(value, site.group.settings.currency)}"


def _short(site: Site, value: Value) -> str:
    is_money = value.measure.unit is Unit.MONEY and value.amount is not None and may_be_shown(site.facts, value)
    if is_money and not site.is_for_members:
        return in_bands(float(value.amount or 0), site.group.settings.currency)
    return shortly(site.facts, value)


def in_bands(amount: float, currency: str) -> str:
    """Money for everybody's eyes: above which round sum it is."""
    band = next((band for band in _BANDS if amount >= band), 0)
    return f"over {band:,} {currency}" if band else f"under {_BANDS[-1]:,} {currency}" if amount else f"0 {currency}"


def label(name: str) -> str:
    """A measure's name as a heading: `Attendance credited`, `One-to-ones`."""
    text = name.replace("one-to-one", "one~to~one").replace("two-way", "two~way").replace("-", " ").replace("~", "-")
    return text[:1].upper() + text[1:]


def trend(site: Site, name: str, subject: Subject) -> Trend:
    """A measure of each of the last complete months."""
    measure = all_measures()[name]
    months = periods_in(complete_periods("month", MONTHS, site.day), "month")
    values = [measure.of(site.facts, subject, Window(month.first, month.last)) for month in months]
    open_ = site.is_for_members or measure.unit is not Unit.MONEY
    begin = known_since(site.group, subject) or date.max
    shown = [
        value.amount if open_ and value.window.last >= begin and may_be_shown(site.facts, value) else None
        for value in values
    ]
    return Trend(
        months=tuple(month.first for month in months),
        amounts=tuple(None if amount is None else float(amount) for amount in shown),
        unit=measure.unit.value,
    )
