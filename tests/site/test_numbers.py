"""Numbers on pages: bands of money for the public, evidence for members."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import sample, site_of

from refertext.measures import GROUP
from refertext.measures.registry import all_measures
from refertext.measures.window import last_year
from refertext.site.audience import Audience
from refertext.site.numbers import MOST_RECORDS, in_bands, label, number, trend


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (0, "0 USD"),
        (0.01, "under 1,000 USD"),
        (999.99, "under 1,000 USD"),
        (1000, "over 1,000 USD"),
        (24_999, "over 10,000 USD"),
        (3_000_000, "over 1,000,000 USD"),
    ],
)
def test_bands(amount: float, expected: str) -> None:
    assert in_bands(amount, "USD") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("attendance", "Attendance"),
        ("one-to-one-coverage", "One-to-one coverage"),
        ("two-way-pairs", "Two-way pairs"),
        ("contributions-received", "Contributions received"),
    ],
)
def test_labels(name: str, expected: str) -> None:
    assert label(name) == expected


def test_records_behind_a_number_are_for_members_the_latest_ones() -> None:
    site = sample()
    value = all_measures()["contributions"].of(site.facts, GROUP, last_year(site.day))
    found = number(site, value)
    assert len(found.records) == MOST_RECORDS
    assert len(found.records) + found.more == value.n
    assert [one.day for one in found.records] == sorted((one.day for one in found.records), reverse=True)
    assert number(sample(Audience.PUBLIC), value).records == ()


def test_a_line_begins_with_the_records(tmp_path: Path) -> None:
    """The first meeting is in January: nothing was given since, and nobody can tell of the time before."""
    met = {"meetings/2026/2026-01-08-group.yml": "kind: group\ndate: 2026-01-08\n"}
    assert trend(site_of(tmp_path, met, "2026-03-11"), "contributions", GROUP).amounts == (*[None] * 10, 0, 0)


def test_the_public_sees_no_line_of_money() -> None:
    months = trend(sample(), "value", GROUP).amounts
    assert any(amount for amount in months)
    assert set(trend(sample(Audience.PUBLIC), "value", GROUP).amounts) == {None}
    assert len(trend(sample(Audience.PUBLIC), "referrals", GROUP).amounts) == 12
