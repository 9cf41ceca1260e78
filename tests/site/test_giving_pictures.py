"""Pictures of giving: where things stand, and that every number can be read on its fill."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import pytest
from making import ROOT

from refertext.site.pictures.balance_bars import Giving, balance_bars
from refertext.site.pictures.giving_calendar import PITCH, TOP, giving_calendar
from refertext.site.pictures.heat import heat
from refertext.site.pictures.pipeline import Amount, pipeline_bars
from refertext.site.pictures.who_to_whom import who_to_whom

CSS = (ROOT / "src/refertext/theme/css/refertext.css").read_text(encoding="utf-8")
COLOURS = {
    name: (light, dark) for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", CSS)
}


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("step", range(6))
def test_the_number_on_a_fill_can_be_read(step: int, scheme: int) -> None:
    ink = "ink" if step < 4 else "on-brand"
    assert step == 0 or re.search(rf"\.on-heat-{step}\b[^{{]*{{ fill: var\(--{ink}\)", CSS)
    assert contrast(COLOURS[f"heat-{step}"][scheme], COLOURS[ink][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("fill", ["heat-4", "untold", "other-side"])
def test_bars_stand_out_from_the_card(fill: str, scheme: int) -> None:
    """At least 3:1; the numbers stand beside them in ink."""
    assert contrast(COLOURS[fill][scheme], COLOURS["card"][scheme]) >= 3


@pytest.mark.parametrize(
    ("count", "most", "step"),
    [(0, 5, 0), (1, 1, 1), (2, 3, 2), (5, 5, 5), (1, 50, 1), (25, 50, 2), (26, 50, 3), (50, 50, 5)],
)
def test_heat(count: int, most: int, step: int) -> None:
    assert heat(count, most) == step


def test_the_square_of_three() -> None:
    square = who_to_whom(["Ann", "Bo", "Cy"], {(0, 1): 2, (2, 0): 1})
    room = 3 * 8.4 + 12  # the longest name has three letters
    top = round(room * 0.71 + 8, 1)
    assert (square.givers.width, square.width) == (room, round(3 * 36 + top, 1))
    assert [(one.x, one.y) for one in square.cells] == [
        (36 + 1.5, round(top + 1.5, 1)),
        (1.5, round(top + 72 + 1.5, 1)),
    ]
    assert square.summary == "3 given in 2 directions. Most, 2, went from Ann to Bo."


def test_the_square_of_sixty_has_smaller_cells_and_short_names() -> None:
    square = who_to_whom([f"A very long name indeed {number}" for number in range(60)], {})
    assert square.size == 22
    assert all(len(label.text) <= 20 for label in square.givers.labels)
    assert square.summary == "Nobody has given anything to anybody yet."


def test_the_calendar_begins_in_the_week_of_the_first_day() -> None:
    calendar = giving_calendar(date(2026, 3, 4), date(2026, 3, 10), {date(2026, 3, 9): 3})  # Wednesday to Tuesday
    assert [(day.x, day.y) for day in calendar.days[:1]] == [(0, TOP + 2 * PITCH)]
    assert [(day.x, day.y, day.heat) for day in calendar.days if day.said] == [(PITCH, TOP, 3)]
    assert calendar.summary == "3 given on 1 day. Most, 3, on 9 March 2026."


def test_bars_of_the_pipeline() -> None:
    drawn = pipeline_bars([Amount("given", 4, 1), Amount("met", 0, 0)])
    assert [(bar.told, bar.silent, bar.said) for bar in drawn.bars] == [(192.0, 64.0, "4, 1 silent"), (0.0, 0.0, "0")]


def test_bars_of_balance() -> None:
    drawn = balance_bars([Giving("Ann", "Bo", 3, 1, Fraction(0)), Giving("Cy", "Di", 0, 0, Fraction(1, 3))])
    assert [(bar.split, bar.mark) for bar in drawn.bars] == [(240.0, 160.0), (None, 213.3)]
