"""`metrics`: grids of measures as a table for people, JSON or CSV for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from refertext.insights.grid import Grid, Row
from refertext.measures import Facts, Unit, Value
from refertext.measures.privacy import PRIVATE, shortly
from refertext.reports.escape import harmless, one_line, without_commands
from refertext.reports.json_object import VERSION, as_json
from refertext.reports.numbers import number
from refertext.reports.paper import Paper, wrapped
from refertext.reports.tables import table

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def render(facts: Facts, grid: Grid, before: Grid | None, paper: Paper) -> str:
    """The grid as a table. Of the whole group each measure has a line, beside it the same time `before`."""
    return without_commands("\n".join(_lines(facts, grid, before, paper)) + "\n")


def _lines(facts: Facts, grid: Grid, before: Grid | None, paper: Paper) -> Iterator[str]:
    head = f"{facts.group.settings.group}, {grid.window}"
    yield from (paper.style(line, "bold") for line in wrapped(head, paper))
    yield ""
    if before:
        yield from _of_the_group(facts, grid, before, paper)
    elif not grid.rows:
        yield from wrapped(f"There is nothing to show by {grid.by} in this time.", paper)
    else:
        heads = [grid.by, *(measure.name for measure in grid.measures)]
        rows = [[_label(facts, grid, row), *(_cell(facts, value) for value in row.values)] for row in grid.rows]
        yield from table(heads, rows, paper)
    yield ""
    for reason in refused(_values(grid)):
        yield from wrapped(reason, paper)
    hidden = any(_cell(facts, value) == PRIVATE for row in grid.rows for value in row.values)
    if hidden:
        note = f"“{PRIVATE}”: exact money of persons, unless all concerned have written show_value: yes."
        yield from wrapped(note, paper)
    yield from wrapped("– cannot be computed. “refertext why MEASURE MEMBER” shows what is behind a number.", paper)


def refused(values: Iterable[Value]) -> list[str]:
    """Why money among some values could not be added up."""
    without = (value for value in values if value.measure.unit is Unit.MONEY and value.amount is None)
    return sorted({f"{value.measure.name}: {value.result.reason}." for value in without})


def _of_the_group(facts: Facts, grid: Grid, before: Grid, paper: Paper) -> list[str]:
    rows = []
    for measure, value, earlier in zip(grid.measures, grid.rows[0].values, before.rows[0].values, strict=True):
        n = str(value.n) if value else ""
        rows.append([measure.name, _cell(facts, value), n, _cell(facts, earlier)])
    return table(["measure", "now", "n", "the time before"], rows, paper)


def _label(facts: Facts, grid: Grid, row: Row) -> str:
    if grid.by == "month":
        return f"{row.window.first:%Y-%m}"
    return " → ".join(facts.group.name(id_) for id_ in row.subject.ids)


def _cell(facts: Facts, value: Value | None) -> str:
    return shortly(facts, value) if value else ""


def render_json(facts: Facts, grid: Grid) -> str:
    """The grid as a JSON object: a flat list of numbers."""
    document: dict[str, Any] = {"version": VERSION, "as_of": facts.group.as_of.isoformat(), "by": grid.by}
    return as_json({**document, "numbers": [number(facts, value) for value in _values(grid)]})


def render_csv(facts: Facts, grid: Grid) -> str:
    """The grid as CSV, one number a line; what a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    keys = ("measure", "subject", "from", "until", "amount", "unit", "n", "reason")
    writer = csv.DictWriter(out, keys, lineterminator="\n")
    writer.writeheader()
    for value in _values(grid):
        writer.writerow({key: _plain(cell) for key, cell in number(facts, value).items()})
    return out.getvalue()


def _values(grid: Grid) -> Iterator[Value]:
    yield from (value for row in grid.rows for value in row.values if value)


def _plain(cell: Any) -> Any:
    if not isinstance(cell, str):
        return cell
    text = harmless(one_line(cell))
    return f"'{text}" if text.startswith(_FORMULAS) else text
