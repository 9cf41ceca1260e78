"""Attendance grid: a row for each member, a column for each meeting, a letter where somebody did not simply come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from refertext.records.meeting import IN_PERSON
from refertext.site.pictures.label import Label, Names, middle, names_of_rows

LETTERS = {"present": "", "late": "L", "substitute": "S", "excused": "E", "absent": "A", "leave": "–"}
"""What stands in a cell for how somebody attended; those on leave have no fill."""
_PITCHES = ((14, 28), (30, 22))
_SMALLEST = 18
_TOP = 42
_BESIDE = 14  # for the name of a month above the last meeting


@dataclass(frozen=True, slots=True)
class AttendanceCell:
    """How somebody attended a meeting: the corner, the middle for the letter, and what it says."""

    x: float
    y: float
    middle_x: float
    middle_y: float
    status: str
    letter: str
    said: str


@dataclass(frozen=True, slots=True)
class AttendanceGrid:
    """The grid with its names; `size` is the side of a cell, `summary` says in a sentence what is to be seen."""

    width: float
    size: int
    names: Names
    months: tuple[Label, ...]
    days: tuple[Label, ...]
    cells: tuple[AttendanceCell, ...]
    summary: str


def attendance_grid(
    names: Sequence[str], days: Sequence[date], attended: Mapping[tuple[int, int], str]
) -> AttendanceGrid:
    """The grid of some people at some meetings; `attended` is how, by the positions of both. Who was no member then
    has no cell.
    """
    pitch = next((pitch for most, pitch in _PITCHES if len(names) <= most), _SMALLEST)
    middles = [middle(0, at, pitch) for at in range(len(days))]
    return AttendanceGrid(
        width=len(days) * pitch + _BESIDE,
        size=pitch - 3,
        names=names_of_rows(names, _TOP, pitch),
        months=_months(days, pitch),
        days=tuple(Label(x, _TOP - 8, str(day.day)) for x, day in zip(middles, days, strict=True)),
        cells=tuple(
            AttendanceCell(
                x=round(middles[at] - pitch / 2 + 1.5, 1),
                y=_TOP + row * pitch + 1.5,
                middle_x=middles[at],
                middle_y=middle(_TOP, row, pitch),
                status=status,
                letter=LETTERS[status],
                said=f"{names[row]}, {days[at].day} {days[at]:%b}: {'on leave' if status == 'leave' else status}",
            )
            for (row, at), status in sorted(attended.items())
        ),
        summary=_summary(list(attended.values())),
    )


def _months(days: Sequence[date], pitch: int) -> tuple[Label, ...]:
    """The name of each month above its first meeting, the one before left out where there is no room."""
    labels: list[Label] = []
    for at, day in enumerate(days):
        x = at * pitch + 2
        if at == 0 or days[at - 1].month != day.month:
            if labels and x - labels[-1].x < _SMALLEST * 2:
                labels.pop()
            labels.append(Label(x, _TOP - 26, f"{day:%b}"))
    return tuple(labels)


def _summary(statuses: Sequence[str]) -> str:
    chairs = [status for status in statuses if status != "leave"]
    if not chairs:
        return "No meeting is recorded yet."
    came = sum(status in IN_PERSON for status in chairs)
    return f"{came} of {len(chairs)} chairs had their own member in them."
