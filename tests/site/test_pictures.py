"""Spark lines and stacks: where the lines run, worked out by hand."""

from __future__ import annotations

import re
from datetime import date

import pytest
from making import html_of, sample

from refertext.site.audience import Audience
from refertext.site.numbers import Trend
from refertext.site.pictures.spark import spark
from refertext.site.pictures.stack import stack

MONTHS = (date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1))


@pytest.mark.parametrize(
    ("amounts", "lines"),
    [
        ((0, 1, 2, 4), ("3,29 41,22.5 79,16 117,3",)),
        ((2, 2, 2, 2), ("3,3 41,3 79,3 117,3",)),
        ((0, 0, 0, 0), ("3,29 41,29 79,29 117,29",)),
        ((-1, 1, 0, 1), ("3,29 41,3 79,16 117,3",)),
        ((1, None, 1, 1), ("3,3", "79,3 117,3")),
        ((None, None, None, None), ()),
    ],
)
def test_lines(amounts: tuple[float | None, ...], lines: tuple[str, ...]) -> None:
    assert spark(Trend(MONTHS, amounts, "count")).lines == lines


def test_what_dots_say() -> None:
    assert [dot.said for dot in spark(Trend(MONTHS, (0.5, 1.0, None, 0.0), "share")).dots] == ["50%", "100%", "0%"]
    assert [dot.said for dot in spark(Trend(MONTHS[:2], (1500.0, 2.5), "money")).dots] == ["1,500", "2.5"]


def test_a_stack() -> None:
    found = stack({"kept": 3, "at risk": 0, "missed": 1})
    assert found.total == 4
    assert [(one.kind, one.count, one.x, one.width) for one in found.pieces] == [
        ("kept", 3, 0.0, 450.0),
        ("missed", 1, 450.0, 150.0),
    ]
    assert stack({}).pieces == ()


@pytest.mark.parametrize("audience", list(Audience))
def test_lines_have_a_name_a_description_and_a_table(audience: Audience) -> None:
    shown = html_of(sample(audience), "index")
    assert shown.count('<svg class="spark"') == shown.count("-title spark-") > 1
    assert '<title id="spark-referrals-title">Referrals, month by month</title>' in shown
    assert '<desc id="spark-referrals-desc">November 2025: ' in shown
    assert '<tr><th scope="row">November 2025</th><td class="number">' in shown


_DRAWN = (
    "meetings", "one-to-ones", "partnerships", "partnerships/brian-cho--kit-larsen", "referrals", "referrals/2026"
)  # fmt: skip


@pytest.mark.parametrize("path", _DRAWN)
def test_pictures_have_names_and_no_styles(path: str) -> None:
    shown = html_of(sample(), path)
    assert " style=" not in shown
    ids = re.findall(r'\sid="([^"]+)"', shown)
    assert len(ids) == len(set(ids))
    for names in re.findall(r'role="img" aria-labelledby="([^"]+)"', shown):
        assert set(names.split()) <= set(ids)
