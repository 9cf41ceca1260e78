"""Attendance grid: a row for each member, a column for each meeting, a letter where somebody did not simply come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from refertext.site.pictures.label import LONGEST_NAME, PER_CHARACTER, Label
from refertext.text.wording import cut_short

LETTERS = {"present": "", "late": "L", "substitute": "S", "excused": "E", "absent": "A", "leave": "–"}
"""What stands in a cell for how somebody attended; those on leave have no fill."""
_PITCHES = ((14, 28), (30, 22))
_SMALLEST = 18
_TOP = 42
_BESIDE = 14  # for the name of a month above the last meeting


@dataclass(frozen=True, slots=True)
class Cell:
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
    height: float
    size: int
    names: tuple[Label, ...]
    months: tuple[Label, ...]
    days: tuple[Label, ...]
    cells: tuple[Cell, ...]
    summary: str


def attendance_grid(
    names: Sequence[str], days: Sequence[date], attended: Mapping[tuple[int, int], str]
) -> AttendanceGrid:
    """The grid of some people at some meetings; `attended` is how, by the positions of both. Who was no member then
    has no cell.
    """
    labels = [cut_short(name, LONGEST_NAME) for name in names]
    pitch = next((pitch for most, pitch in _PITCHES if len(names) <= most), _SMALLEST)
    left = round(max([len(label) for label in labels], default=0) * PER_CHARACTER + 12, 1)
    middles = [_middle(left, at, pitch) for at in range(len(days))]
    return AttendanceGrid(
        width=round(left + len(days) * pitch + _BESIDE, 1),
        height=_TOP + len(names) * pitch + 2,
        size=pitch - 3,
        names=tuple(Label(left - 10, _middle(_TOP, at, pitch), label) for at, label in enumerate(labels)),
        months=_months(days, left, pitch),
        days=tuple(Label(x, _TOP - 8, str(day.day)) for x, day in zip(middles, days, strict=True)),
        cells=tuple(
            Cell(
                x=round(middles[at] - pitch / 2 + 1.5, 1),
                y=_TOP + row * pitch + 1.5,
                middle_x=middles[at],
                middle_y=_middle(_TOP, row, pitch),
                status=status,
                letter=LETTERS[status],
                said=f"{names[row]}, {days[at].day} {days[at]:%b}: {'on leave' if status == 'leave' else status}",
            )
            for (row, at), status in sorted(attended.items())
        ),
        summary=_summary(list(attended.values())),
    )


def _middle(begin: float, at: int, pitch: int) -> float:
    return round(begin + (at + 0.5) * pitch, 1)


def _months(days: Sequence[date], left: float, pitch: int) -> tuple[Label, ...]:
    """The name of each month above its first meeting, the one before left out where there is no room."""
    labels: list[Label] = []
    for at, day in enumerate(days):
        x = round(left + at * pitch + 2, 1)
        if at == 0 or days[at - 1].month != day.month:
            if labels and x - labels[-1].x < _SMALLEST * 2:
                labels.pop()
            labels.append(Label(x, _TOP - 26, f"{day:%b}"))
    return tuple(labels)


def _summary(statuses: Sequence[str]) -> str:
    chairs = [status for status in statuses if status != "leave"]
    if not chairs:
        return "No meeting is recorded yet."
    came = sum(status in ("present", "late") for status in chairs)
    return f"{came} of {len(chairs)} chairs had their own member in them."
