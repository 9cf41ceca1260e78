"""Commitments as one would say them."""

from __future__ import annotations

import pytest

from refertext.reports.commitments import in_words
from small import members, small


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("measure: attendance, at_least: 75%, over: 26 weeks", "attendance of at least 75% over 26 weeks"),
        ("measure: attendance, at_least: 0.75, over: 26 weeks", "attendance of at least 75% over 26 weeks"),
        (
            "measure: next-fixed, at_least: 100%, over: 4 meetings",
            "no meeting without the next date over the last 4 meetings",
        ),
        (
            "measure: contributions, at_least: 2, per: week, over: 13 weeks",
            "at least 2 contributions per week over 13 weeks",
        ),
        ("measure: leads-received, at_least: 1, every: month", "at least 1 lead received in every month"),
        ("measure: visitors, at_least: 0, target: 1, per: month", "an aim of 1 visitor per month"),
        ("measure: visitors, at_least: 1, target: 2, per: month", "at least 1 and an aim of 2 visitors per month"),
        (
            "measure: balance, at_least: 0, target: 0.2, over: 1 year",
            "balance of at least 0 and an aim of 0.2 over 1 year",
        ),
        ("measure: absences, at_most: 0, every: quarter", "at most 0 absences in every quarter"),
        (
            "measure: absences, at_most: 5/3, every: quarter, weights: {excused: 2/3}",
            "at most 5/3 absences in every quarter (excused counts 2/3)",
        ),
        (
            "measure: equivalent-absences, at_most: 3, over: 6 months",
            "at most 3 absences, 3 lates counting as one, over 6 months",
        ),
        (
            "measure: equivalent-absences, at_most: 1, every: quarter, weights: {late: 1/2, excused: 1/2}",
            "at most 1 absence, 2 lates counting as one, in every quarter (excused counts 1/2)",
        ),
        (
            "measure: equivalent-absences, at_most: 3, over: 6 months, weights: {late: 2/3}",
            "at most 3 absences over 6 months (late counts 2/3)",
        ),
        (
            "measure: equivalent-absences, at_most: 3, over: 6 months, weights: {late: 1}",
            "at most 3 absences over 6 months (late counts 1)",
        ),
        ("measure: absences, at_most: 3, over: 6 months", "at most 3 absences over 6 months"),
        ("measure: response-time, at_most: 7, over: 26 weeks", "response time of at most 7 days over 26 weeks"),
        ("measure: response-time, at_most: 1, over: 26 weeks", "response time of at most 1 day over 26 weeks"),
        (
            "measure: one-to-ones, at_least: 1, per: quarter, with: each power partner",
            "at least 1 one-to-one per quarter with each power partner",
        ),
        ("measure: attendance, over: 26 weeks", "attendance over 26 weeks"),
        ("rule: no-guide", "nothing is found of “A member's guide lacks a part” (no-guide)"),
        ("measure: attendance, at_least: 100%, over: 26 weeks", "attendance of 100% over 26 weeks"),
        ("measure: fulfilment, at_least: 100%, over: 1 year", "fulfilment of at least 100% over 1 year"),
        ("measure: one-to-one-coverage, at_least: 100%, over: 1 year", "all partners met over 1 year"),
        ("measure: one-to-one-coverage, at_least: 80%, over: 1 year", "at least 80% partners met over 1 year"),
        ("promise: We are kind", "We are kind"),
    ],
)
def test_a_commitment_in_words(written: str, said: str) -> None:
    agreement = {"agreements/a.yml": f"{{title: T, adopted: 2026-01-01, commitments: [{{{written}}}]}}"}
    group = small(members("kit"), agreement).group
    assert in_words(group.agreements["a"].commitments[0]) == said
