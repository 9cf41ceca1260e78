"""`metrics`: grids of measures as a table for people, JSON or CSV for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from refertext.group.on_record import records_begin
from refertext.insights.grid import Grid, Row
from refertext.measures import Facts, Unit, Value, Window
from refertext.measures.privacy import PRIVATE, may_be_shown, shortly, why_not_shown
from refertext.measures.window import period_of
from refertext.reports.escape import spreadsheet_cell, without_commands
from refertext.reports.json_object import VERSION, as_json
from refertext.reports.numbers import number
from refertext.reports.paper import Paper, wrapped
from refertext.reports.tables import table
from refertext.reports.words import nothing_before


def render(facts: Facts, grid: Grid, before: Grid | None, paper: Paper) -> str:
    """The grid as a table. Of the whole group each measure has a line, beside it the time `before`, if anything was
    recorded then.
    """
    return without_commands("\n".join(_lines(facts, grid, before, paper)) + "\n")


def _lines(facts: Facts, grid: Grid, before: Grid | None, paper: Paper) -> Iterator[str]:
    beside = f", beside {before.window}" if before else ""
    head = f"{facts.group.settings.group}, {grid.window}{beside}"
    yield from (paper.style(line, "bold") for line in wrapped(head, paper))
    yield ""
    if grid.by == "group":
        yield from _of_the_group(facts, grid, before, paper)
    elif not grid.rows:
        yield from wrapped(f"There is nothing to show by {grid.by} in this time.", paper)
    else:
        heads = [grid.by, *(measure.name for measure in grid.measures)]
        rows = [[_label(facts, grid, row), *(_cell(facts, value) for value in row.values)] for row in grid.rows]
        yield from table(heads, rows, paper)
    yield ""
    begin = records_begin(facts.group)
    if grid.by == "month" and begin and grid.window.first < begin:
        yield from wrapped(f"Records begin on {begin}.", paper)
    if (grid.by == "group" and before is None) or (grid.by == "month" and begin is None):
        yield from wrapped(nothing_before(begin), paper)
    for reason in refused(_values(grid)):
        yield from wrapped(reason, paper)
    values = [value for one in (grid, before) if one for value in _values(one)]
    for why in sorted({why_not_shown(value) for value in values if not may_be_shown(facts, value)}):
        yield from wrapped(f"“{PRIVATE}”: exact money, where {why}.", paper)
    if values:
        dash = "– cannot be computed. " if any(value.amount is None for value in values) else ""
        whom = {"member": " MEMBER", "pair": " MEMBER OTHER"}.get(grid.by, "")
        yield from wrapped(f"{dash}“refertext why MEASURE{whom}” shows what is behind a number.", paper)


def refused(values: Iterable[Value]) -> list[str]:
    """Why money among some values could not be added up."""
    without = (value for value in values if value.measure.unit is Unit.MONEY and value.amount is None)
    return sorted({f"{value.measure.name}: {value.result.reason}." for value in without})


def _of_the_group(facts: Facts, grid: Grid, before: Grid | None, paper: Paper) -> list[str]:
    earlier = before.rows[0].values if before else [None] * len(grid.measures)
    rows = [
        [measure.name, _cell(facts, value), str(value.n) if value else "", _cell(facts, past)]
        for measure, value, past in zip(grid.measures, grid.rows[0].values, earlier, strict=True)
    ]
    heads = ["measure", "now", "n", "before"] if before else ["measure", "now", "n"]
    return table(heads, [row[: len(heads)] for row in rows], paper)


def _label(facts: Facts, grid: Grid, row: Row) -> str:
    if grid.by == "month":
        return _month(row.window, facts.group.as_of)
    return " → ".join(facts.group.name(id_) for id_ in row.subject.ids)


def _month(days: Window, as_of: date) -> str:
    """A calendar month, or which days of it are counted: `2026-10`, `2026-11 so far`, `2026-01, 15 to 31`."""
    month = period_of(days.first, "month")
    if days == month:
        return f"{month.first:%Y-%m}"
    is_running = days == Window(month.first, as_of)
    return f"{month.first:%Y-%m}{' so far' if is_running else f', {days.first.day} to {days.last.day}'}"


def _cell(facts: Facts, value: Value | None) -> str:
    return shortly(facts, value) if value else ""


def render_json(facts: Facts, grid: Grid, before: Grid | None) -> str:
    """The grid as a JSON object: a flat list of numbers. Of the whole group, `before` has those of the time before, or
    is null where nothing was recorded then.
    """
    document: dict[str, Any] = {"version": VERSION, "as_of": facts.group.as_of.isoformat(), "by": grid.by}
    document["numbers"] = [number(facts, value) for value in _values(grid)]
    if grid.by == "group":
        document["before"] = [number(facts, value) for value in _values(before)] if before else None
    return as_json(document)


def render_csv(facts: Facts, grid: Grid) -> str:
    """The grid as CSV, one number a line; what a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    keys = ("measure", "subject", "from", "until", "amount", "unit", "n", "reason", "currency")
    writer = csv.DictWriter(out, keys, lineterminator="\n")
    writer.writeheader()
    for value in _values(grid):
        writer.writerow({key: spreadsheet_cell(cell) for key, cell in number(facts, value).items()})
    return without_commands(out.getvalue())


def _values(grid: Grid) -> Iterator[Value]:
    yield from (value for row in grid.rows for value in row.values if value)
