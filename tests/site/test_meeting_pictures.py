"""Pictures of meetings: where things stand, and that every letter can be read on its fill."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from test_giving_pictures import COLOURS, CSS, contrast

from refertext.site.pictures.attendance_grid import LETTERS, attendance_grid
from refertext.site.pictures.coverage import coverage, freshness

FIRST = date(2026, 1, 29)


def _rule(pattern: str) -> str:
    found = re.search(pattern, CSS)
    assert found
    return found[1]


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("status", [status for status, letter in LETTERS.items() if letter and status != "leave"])
def test_a_letter_can_be_read_on_its_fill(status: str, scheme: int) -> None:
    fill = _rule(rf"\.at-{status} {{ --fill: var\(--([\w-]+)\)")
    ink = _rule(rf"\.on-{status}\b[^{{]*{{ fill: var\(--([\w-]+)\)")
    assert contrast(COLOURS[fill][scheme], COLOURS[ink][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("fill", ["heat-4", "bad", "soft"])
def test_who_came_who_did_not_and_who_was_on_leave_stand_out_from_the_card(fill: str, scheme: int) -> None:
    assert contrast(COLOURS[fill][scheme], COLOURS["card"][scheme]) >= (4.5 if fill == "soft" else 3)


def test_the_grid_of_two() -> None:
    grid = attendance_grid(["Ann", "Bo"], [FIRST, FIRST + timedelta(days=7)], {(0, 0): "present", (1, 1): "absent"})
    assert grid.names.width == round(3 * 8.4 + 12, 1)  # the longest name has three letters
    assert [(one.x, one.y, one.letter) for one in grid.cells] == [
        (1.5, 43.5, ""),
        (28 + 1.5, 71.5, "A"),
    ]
    assert [one.text for one in grid.days] == ["29", "5"]
    assert [one.text for one in grid.months] == ["Feb"]  # no room for January beside it
    assert grid.cells[1].said == "Bo, 5 Feb: absent"
    assert grid.summary == "1 of 2 chairs had their own member in them."


def test_the_grid_of_sixty_is_denser() -> None:
    assert attendance_grid(["x"] * 60, [FIRST], {}).size == 15
    assert attendance_grid(["x"] * 60, [FIRST], {}).summary == "No meeting is recorded yet."


@pytest.mark.parametrize(("days", "step"), [(0, 5), (30, 5), (31, 4), (91, 4), (182, 3), (365, 2), (366, 1)])
def test_the_later_the_fuller(days: int, step: int) -> None:
    assert freshness(days) == step


def test_who_met_today_has_a_cell() -> None:
    square = coverage(["Ann to Zoe", "Bo"], {(0, 1): 0, (1, 0): 0})
    assert [(one.count, one.said) for one in square.cells] == [
        (0, "Ann to Zoe and Bo: today"),
        (0, "Bo and Ann to Zoe: today"),
    ]


def test_one_alone_has_nobody_to_meet() -> None:
    assert coverage(["Ann"], {}).summary == "There is nobody to meet yet."
