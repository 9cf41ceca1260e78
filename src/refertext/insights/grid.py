"""Grids: some measures of many subjects, or of many months, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from refertext.group import Group
from refertext.group.memberships import times
from refertext.group.on_record import records_begin
from refertext.measures import GROUP, Facts, Kind, Measure, Subject, Value, Window, a_member, a_pair
from refertext.measures.registry import all_measures
from refertext.measures.window import ONE_DAY, period_of

USUAL: dict[str, tuple[str, ...]] = {
    "member": (
        "attendance",
        "contributions",
        "contributions-received",
        "balance",
        "one-to-ones",
        "conversion",
        "response-time",
        "thanks",
    ),
    "pair": ("contributions", "contributions-received", "balance", "one-to-ones", "prospect-meetings", "conversion"),
    "month": (
        "contributions",
        "referrals",
        "prospect-meetings",
        "new-clients",
        "value",
        "one-to-ones",
        "attendance",
        "visitors",
    ),
}
"""The measures that are shown where none are asked for."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: whose it is, and a value for each measure of the grid; None where a measure is not made for it."""

    subject: Subject
    window: Window
    values: tuple[Value | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of values, `by` what they differ in: member, pair, month or group."""

    by: str
    window: Window
    measures: tuple[Measure, ...]
    rows: tuple[Row, ...]


def grid(facts: Facts, by: str, window: Window, measures: Sequence[Measure] = ()) -> Grid:
    """The grid of some measures in a window; the usual ones where none are chosen.

    By member: everybody who was a member on some day of it. By pair: partners, and those between whom there was
    anything, in both directions. By month: the group, in each calendar month from the one on in which records begin.
    """
    chosen = tuple(measures) or tuple(all_measures()[name] for name in USUAL.get(by, _of_the_group()))
    rows = _rows(facts, by, window)
    return Grid(by, window, chosen, tuple(_row(facts, subject, days, chosen) for subject, days in rows))


def _of_the_group() -> list[str]:
    return [name for name, measure in all_measures().items() if Kind.GROUP in measure.kinds]


def _row(facts: Facts, subject: Subject, window: Window, measures: Iterable[Measure]) -> Row:
    return Row(
        subject,
        window,
        tuple(measure.of(facts, subject, window) if subject.kind in measure.kinds else None for measure in measures),
    )


def _rows(facts: Facts, by: str, window: Window) -> list[tuple[Subject, Window]]:
    if by == "member":
        return [(a_member(id_), window) for id_ in members_in(facts, window)]
    if by == "pair":
        pairs = ((a_pair(one, other), a_pair(other, one)) for one, other in pairs_in(facts, window))
        return [(subject, window) for both in pairs for subject in both]
    return [(GROUP, month) for month in months_on_record(facts.group, window)] if by == "month" else [(GROUP, window)]


def members_in(facts: Facts, window: Window) -> list[str]:
    """The ids of those who were members on some day of a window, in order."""
    members = sorted(facts.group.members.items())
    return [
        id_
        for id_, member in members
        if any(time.joined <= window.last and time.left >= window.first for time in times(member))
    ]


def pairs_in(facts: Facts, window: Window) -> list[tuple[str, str]]:
    """The pairs between whom anything was given, or who met in a one-to-one, in a window, and those who were partners
    in it; ids in order.
    """
    known = {tuple(sorted(pair)) for pair in facts.handed if facts.handed.of(pair).within(window)}
    known |= {pair for pair in facts.encounters_of_pairs if facts.encounters_of_pairs.of(pair).within(window)}
    members = set(members_in(facts, window))
    partners = ((pair, partnership.since) for pair, partnership in facts.partnerships.items())
    known |= {tuple(sorted(pair)) for pair, since in partners if since <= window.last and pair <= members}
    return sorted((one, other) for one, other in known)


def with_the_whole_month(window: Window) -> Window:
    """A window that begins with the first day of a month, so that a part of a month is not taken for all of it."""
    return Window(period_of(window.first, "month").first, window.last)


def months_on_record(group: Group, window: Window) -> list[Window]:
    """The calendar months of a window from the one on in which records begin: of those before nobody can tell."""
    begin = records_begin(group)
    return [month for month in months_in(window) if begin and begin <= month.last]


def months_in(window: Window) -> list[Window]:
    """The calendar months of a window; the first and the last may be cut off by its ends."""
    months = []
    day = window.first
    while day <= window.last:
        month = period_of(day, "month")
        months.append(month.within(window))
        day = month.last + ONE_DAY
    return months
