"""Measures: what each number means, what it is for the group; for members also side by side, and as points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from refertext.insights.grid import Row as GridRow
from refertext.insights.grid import grid
from refertext.measures import GROUP, Kind, Measure, Value, Window
from refertext.measures.privacy import may_be_shown, shortly
from refertext.measures.registry import all_measures
from refertext.measures.window import last_year
from refertext.site.markdown import markdown
from refertext.site.numbers import Number, label, number
from refertext.site.page import Page
from refertext.site.pages.ranking import Ranking, ranking
from refertext.site.people import Person, person
from refertext.site.site import Site


@dataclass(frozen=True, slots=True)
class Defined:
    """A measure: its `name` as agreements write it, what it means, how it is computed, and the group's number."""

    name: str
    label: str
    title: str
    text: Markup
    formula: str
    of: tuple[str, ...]
    number: Number | None


@dataclass(frozen=True, slots=True)
class Family:
    """Measures that belong together."""

    name: str
    measures: tuple[Defined, ...]


@dataclass(frozen=True, slots=True)
class NumberCell:
    """A number in short; `sort` is what to sort by, empty where there is no number to be shown."""

    short: str
    sort: float | str


@dataclass(frozen=True, slots=True)
class MemberNumbers:
    """A member's numbers, in the order of the table's columns."""

    who: Person
    cells: tuple[NumberCell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: the name of its measure, and what it is called."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Measures:
    """All measures, over the `window` of twelve months. `columns`, `rows` and `ranking` are for members alone."""

    window: Window
    columns: tuple[Column, ...]
    rows: tuple[MemberNumbers, ...]
    ranking: Ranking | None
    families: tuple[Family, ...]


def measures(site: Site) -> Iterator[Page]:
    """The page of all measures."""
    window = last_year(site.day)
    side_by_side = grid(site.facts, "member", window) if site.is_for_members else None
    view = Measures(
        window=window,
        columns=tuple(Column(one.name, label(one.name)) for one in side_by_side.measures) if side_by_side else (),
        rows=tuple(_row(site, row) for row in side_by_side.rows) if side_by_side else (),
        ranking=ranking(site) if site.is_for_members else None,
        families=tuple(
            Family(family, tuple(_defined(site, one, window) for one in those))
            for family, those in groupby(all_measures().values(), key=lambda one: one.family)
        ),
    )
    summary = "What each number means, and how it is counted."
    yield Page("numbers", "Measures", "numbers.html", view, menu="Ground rules", summary=summary)


def _row(site: Site, row: GridRow) -> MemberNumbers:
    return MemberNumbers(person(site, row.subject.member), tuple(_cell(site, value) for value in row.values))


def _cell(site: Site, value: Value | None) -> NumberCell:
    if value is None:
        return NumberCell("", "")
    is_known = value.amount is not None and may_be_shown(site.facts, value)
    return NumberCell(shortly(site.facts, value), round(float(value.amount or 0), 4) if is_known else "")


def _defined(site: Site, measure: Measure, window: Window) -> Defined:
    _, _, rest = measure.page.partition("\n")
    is_shown = Kind.GROUP in measure.kinds and (site.is_for_members or _is_a_total(measure))
    return Defined(
        name=measure.name,
        label=label(measure.name),
        title=measure.title,
        text=markdown(rest.strip(), level=4),
        formula=measure.formula,
        of=tuple(kind.value for kind in Kind if kind in measure.kinds),
        number=number(site, measure.of(site.facts, GROUP, window)) if is_shown else None,
    )


def _is_a_total(measure: Measure) -> bool:
    """Whether the group's number is a total of what was done; who stayed away is nothing to tell everybody."""
    return measure.adds_up and measure.family != "attendance"
