"""`why` derives the number of a commitment, also where the commitment's weights make it another one."""

from __future__ import annotations

import json

import pytest

from agreed import agreement
from refertext.commitments import verdicts
from refertext.measures import Facts, a_member
from refertext.measures.registry import all_measures
from refertext.reports.located import Finder
from refertext.reports.paper import Paper, unpainted
from refertext.reports.why import render, render_json
from small import meetings, members, small, window

SPAN = window("01-01", "04-30")
NOTHING_READ = Finder(lambda _: None)


def known(measure: str, weights: str) -> Facts:
    """Of 16 meetings Kit missed 5, came late to 5, was excused from 2 and sent a substitute once."""
    written = f"measure: {measure}, at_most: 3, over: 6 months{weights}"
    return small(members("kit"), meetings(kit="AAAAALLLLLXXSPPP"), agreement(written), as_of="04-30")


def lines(measure: str, weights: str) -> list[str]:
    """What says how a number comes about: that of the measure, and that of the commitment."""
    facts = known(measure, weights)
    value = all_measures()[measure].of(facts, a_member("kit"), SPAN)
    text = render(facts, value, verdicts(facts.group), NOTHING_READ, Paper(120, unpainted))
    return [line.strip() for line in text.splitlines() if " = " in line and ", n = " not in line]


@pytest.mark.parametrize(
    ("measure", "weights", "expected"),
    [
        ("absences", "", ["absent = 5"]),
        ("absences", ", weights: {excused: 1}", ["absent = 5", "absent + excused = 5 + 2 = 7"]),
        ("absences", ", weights: {excused: 2/3}", ["absent = 5", "absent + excused × 2/3 = 5 + 2 × 2/3 = 6.33"]),
        ("absences", ", weights: {absent: 0, substitute: 1}", ["absent = 5", "substitute = 1"]),
        ("absences", ", weights: {absent: 1/2}", ["absent = 5", "absent × 1/2 = 5 × 1/2 = 2.50"]),
        ("equivalent-absences", "", ["absent + ⌊late ÷ k⌋ = 5 + ⌊5 ÷ 3⌋ = 6"]),
        (
            "equivalent-absences",
            ", weights: {late: 1/2, excused: 1}",
            [
                "absent + ⌊late ÷ k⌋ = 5 + ⌊5 ÷ 3⌋ = 6",
                "absent + excused + ⌊late ÷ k⌋ = 5 + 2 + ⌊5 ÷ 2⌋ = 9",
            ],
        ),
        (
            "equivalent-absences",
            ", weights: {late: 0, substitute: 1/2}",
            ["absent + ⌊late ÷ k⌋ = 5 + ⌊5 ÷ 3⌋ = 6", "absent + substitute × 1/2 = 5 + 1 × 1/2 = 5.50"],
        ),
    ],
)
def test_each_number_is_derived(measure: str, weights: str, expected: list[str]) -> None:
    assert lines(measure, weights) == expected


def test_programs_get_it_too() -> None:
    facts = known("equivalent-absences", ", weights: {late: 1/2, excused: 1}")
    value = all_measures()["equivalent-absences"].of(facts, a_member("kit"), SPAN)
    [verdict] = json.loads(render_json(facts, value, verdicts(facts.group), NOTHING_READ))["verdicts"]
    assert verdict["derived"] == "absent + excused + ⌊late ÷ k⌋ = 5 + 2 + ⌊5 ÷ 2⌋ = 9"
    assert verdict["why"].startswith("equivalent-absences 9 (5 absent, 2 excused, 5 late × 1/2), at most 3, ")
