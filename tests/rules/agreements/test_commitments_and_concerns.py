from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Path
from refertext.records.terms import terms
from refertext.rules.agreements.commitment_backwards import commitment_backwards
from refertext.rules.agreements.concern_unanswered import concern_unanswered
from refertext.rules.agreements.terms_changed_silently import terms_changed_silently
from refertext.rules.agreements.unmeasurable_commitment import unmeasurable_commitment
from refertext.rules.rule import Rule


def paths(rule: Rule, agreement: str, others: dict[str, str] | None = None) -> list[Path]:
    text = f"{{title: T, adopted: 2026-01-08, {agreement}}}"
    group = group_of({"agreements/t.yml": text, **(others or {})})
    return [finding.problem.place.path for finding in check(group, [rule])]


@pytest.mark.parametrize(
    "commitment",
    [
        "measure: attendance, at_least: 75%, over: 26 weeks",
        "measure: attendance, at_least: 75%, over: 4 meetings",
        "measure: contributions, at_least: 2, per: week, over: 13 weeks",
        "measure: one-to-ones, at_least: 1, every: month, over: 6 months, with: each power partner",
        "measure: one-to-ones, at_least: 2, per: year, with: each member, who: [kit-larsen, lee-ortiz]",
        "measure: absences, at_most: 3, over: 6 months, weights: {late: 1/3}",
        "measure: visitors, target: 1, per: month",
        "measure: next-fixed, at_least: 100%, over: 4 meetings, who: group",
        "measure: not-known-at-all, at_least: 1, over: 4 meetings",
        "measure: not-known-at-all, at_least: 101%, over: 4 weeks, weights: {late: 1}, with: each member",
        "measure: attendance, at_least: 0.75, over: 26 weeks",
        "measure: attendance, at_least: 1, target: 100%, every: month",
        "measure: attendance, at_least: 75%, over: 26 weeks, who: group",
        "measure: balance, at_most: 33%, over: 6 months, with: each power partner",
        "measure: one-to-one-yield, at_least: 2, over: 6 months",
        "measure: fulfilment, at_least: 100%, over: 3 months, with: each power partner",
        "measure: equivalent-absences, at_most: 3, over: 6 months, weights: {late: 1/3}, who: kit-larsen",
        "measure: growth, at_least: 4, per: half-year",
        "measure: value, at_least: 1000, per: quarter",
        "measure: response-time, at_most: 2, every: quarter",
        "measure: absences, at_most: 2, over: 6 months, weights: {absent: 0, substitute: 1, late: 1/2}",
        "measure: leads, at_least: 2, at_most: 2, over: 6 months",
        "measure: attendance, at_least: 0.7, at_most: 71%, every: quarter",
        "measure: leads, at_least: 1, per: month, over: 4 weeks",
        "measure: leads, at_least: 1, every: quarter, over: 13 weeks",
        "measure: leads, at_least: 1, every: half-year, over: 2 quarters",
        "measure: absences, at_most: 1, per: week, over: 1 meeting",
        "rule: manager-not-informed, from: 2026-01-08, grace: 60 days, who: group",
        "promise: we try",
    ],
)
def test_measurable(commitment: str) -> None:
    assert paths(unmeasurable_commitment, f"commitments: [{{{commitment}}}]") == []


WEIGHTS: list[Path] = [("weights", "late"), ("weights", "on-leave")]


@pytest.mark.parametrize(
    ("commitment", "expected"),
    [
        ("who: group", [()]),
        ("measure: attendance, promise: we try", [("promise",)]),
        ("measure: attendance, over: 26 weeks", [("measure",)]),
        ("measure: attendance, at_least: 75%", [("measure",)]),
        ("measure: attendance", [("measure",), ("measure",)]),
        ("measure: leads, at_least: 2, per: week, every: week", [("every",)]),
        ("measure: leads, at_least: 2, over: 4 meetings", [("over",)]),
        ("measure: leads, at_least: 2, per: year, with: everybody", [("with",)]),
        ("measure: leads, at_least: 2, per: year, who: [group, kit-larsen]", [("who",)]),
        ("promise: we try, at_least: 1, per: week", [("at_least",)]),
        ("rule: no-guide, over: 4 weeks", [("over",)]),
        ("promise: we try, with: everybody", [("with",)]),
        ("promise: we try, weights: {late: 1/3}", [("weights",)]),
        ("measure: attendance, at_least: 75, over: 26 weeks", [("at_least",)]),
        ("measure: attendance, at_least: 75, target: 90, over: 26 weeks", [("at_least",), ("target",)]),
        ("measure: attendance, at_least: 101%, over: 26 weeks", [("at_least",)]),
        ("measure: contributions, at_least: 75%, over: 26 weeks", [("at_least",)]),
        ("measure: absences, at_most: 25%, over: 26 weeks", [("at_most",)]),
        ("measure: response-time, at_most: 50%, over: 26 weeks", [("at_most",)]),
        ("measure: attendance, at_least: 75%, per: month", [("per",)]),
        ("measure: response-time, at_most: 2, per: month", [("per",)]),
        ("measure: size, at_least: 2, per: month", [("per",)]),
        ("measure: consecutive-absences, at_most: 2, per: month", [("per",)]),
        ("measure: attendance, at_least: 75%, over: 26 weeks, weights: {late: 1/3}", [("weights",)]),
        ("measure: absences, at_most: 2, over: 26 weeks, weights: {lates: 1/3}", [("weights", "lates")]),
        ("measure: absences, at_most: 2, over: 26 weeks, weights: {late: 4/3, on-leave: 2}", WEIGHTS),
        ("measure: leads, at_least: 3, at_most: 2, over: 26 weeks", [("at_least",)]),
        ("measure: attendance, at_least: 0.8, at_most: 79%, over: 26 weeks", [("at_least",)]),
        ("measure: attendance, at_least: 80, at_most: 79%, over: 26 weeks", [("at_least",)]),
        ("measure: leads, at_least: 1, per: week, over: 1 day", [("over",)]),
        ("measure: leads, at_least: 1, per: month, over: 3 weeks", [("over",)]),
        ("measure: leads, at_least: 1, every: month, over: 27 days", [("over",)]),
        ("measure: leads, at_least: 1, every: year, over: 11 months", [("over",)]),
        ("measure: absences, at_most: 1, every: month, over: 4 meetings", [("over",)]),
        ("measure: balance, at_least: -1/3, over: 26 weeks", []),
        ("measure: leads, at_least: -1, over: 26 weeks", [("at_least",)]),
        ("measure: attendance, at_least: -75%, over: 26 weeks", [("at_least",)]),
        ("measure: one-to-ones, at_least: 1, per: month, with: each member, who: group", [("who",)]),
        ("measure: leads, at_least: 1, per: month, with: each member, who: group", [("who",)]),
        ("measure: attendance, at_least: 75%, over: 26 weeks, with: each member", [("with",)]),
        ("measure: size, at_least: 12, over: 1 day, with: each member", [("with",)]),
        ("measure: conversion, at_least: 20%, over: 1 year, with: each", [("with",)]),
        ("measure: thanks, at_least: 90%, over: 26 weeks, who: group", [("who",)]),
        ("measure: next-fixed, at_least: 100%, over: 4 meetings, who: kit-larsen", [("who",)]),
        ("measure: fulfilment, at_least: 100%, over: 3 months", [("measure",)]),
        ("measure: fulfilment, at_least: 120%, over: 3 months, with: each power partner", []),
        ("measure: reviews-held, at_least: 100%, target: 200%, over: 1 year, with: each power partner", []),
        ("measure: fulfilment, at_least: 75, over: 3 months, with: each power partner", [("at_least",)]),
        ("measure: fulfilment, at_least: 100%, over: 3 months, who: kit-larsen", [("measure",)]),
        ("measure: fulfilment, at_least: 100%, over: 3 months, who: group", [("who",)]),
    ],
)
def test_unmeasurable(commitment: str, expected: list[Path]) -> None:
    found = paths(unmeasurable_commitment, f"commitments: [{{promise: a}}, {{{commitment}}}]")
    assert sorted(found) == [("commitments", 1, *path) for path in expected]


@pytest.mark.parametrize(
    ("commitment", "message", "mend"),
    [
        ("attendance, at_least: 75", "“attendance” is a share, and never more than 1", "write 75%"),
        ("attendance, at_least: 66.6", "“attendance” is a share, and never more than 1", "write 66.6%"),
        ("attendance, at_least: 120", "“attendance” is never more than 100%, so it never reaches 120%", "write 100%"),
        ("attendance, at_least: 120%", "“attendance” is never more than 100%, so it never reaches 120%", "write 100%"),
        (
            "fulfilment, with: each member, at_least: 120",
            "“fulfilment” is a share, so 120 says too little",
            "write 120%",
        ),
        (
            "leads, at_least: 75%",
            "“leads” is no share, so it cannot be 75%",
            "write a number, for example at_least: 2, or take a measure that is a share",
        ),
        ("absences, at_most: -2", "“absences” is never below 0, so not -2", "write at_most: and a number from 0 on"),
        ("absences, at_most: 2, weights: {lates: 1}", "Nobody attends as “lates”, so it has no weight", "write late"),
        (
            "absences, at_most: 2, weights: {holiday: 1}",
            "Nobody attends as “holiday”, so it has no weight",
            "write present, late, substitute, excused or absent",
        ),
        (
            "absences, at_most: 2, weights: {late: 1.5}",
            "“late” cannot count more than an absence, so not 1.5",
            "write late: 1, or a part of it, for example late: 1/2",
        ),
        (
            "leads, at_least: 2, at_most: 1",
            "The floor is above the limit, so nobody can keep the commitment",
            "write at_least: lower than at_most:, or keep only one of the two",
        ),
        (
            "leads, at_least: 2, per: year",
            "26 weeks is shorter than the year of per: year",
            "write over: and a time of at least a year, or remove over: for the last year alone",
        ),
        (
            "leads, at_least: 2, with: each member, who: group",
            "A commitment with each member is one of pairs, not of the group",
            "remove who:, so that it binds every pair, or remove with:",
        ),
    ],
)
def test_numbers_that_do_not_fit(commitment: str, message: str, mend: str) -> None:
    text = f"{{title: T, adopted: 2026-01-08, commitments: [{{measure: {commitment}, over: 26 weeks}}]}}"
    (finding,) = check(group_of({"agreements/t.yml": text}), [unmeasurable_commitment])
    assert (finding.problem.message, finding.problem.mend) == (message, mend)


def test_what_has_ended_is_left_alone() -> None:
    ended = "ended: 2026-03-10, terms: 00000000, concerns: [{raised: 2026-01-09, by: kit}], commitments: [{who: group}]"
    for rule in (unmeasurable_commitment, terms_changed_silently, concern_unanswered):
        assert paths(rule, ended) == []


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("from: 2026-07-01", 0),
        ("until: 2026-01-31", 0),
        ("from: 2026-07-01, until: 2026-07-01", 0),
        ("from: 2026-07-01, until: 2026-06-30", 1),
        ("until: 2026-01-08", 0),
        ("until: 2026-01-07", 1),
        ("from: 2025-12-01, until: 2026-01-07", 1),
        ("from: 2026-01-07, until: 2026-01-06", 1),
    ],
)
def test_first_and_last_day(days: str, expected: int) -> None:
    assert len(paths(commitment_backwards, f"commitments: [{{promise: a, {days}}}]")) == expected


def test_terms() -> None:
    now = terms("T", [{"promise": "a  b"}], "")
    for written, expected in ((now, 0), (now.upper(), 0), ("", 0), ("00000000", 1)):
        found = paths(terms_changed_silently, f'terms: "{written}", commitments: [{{promise: a  b}}]')
        assert len(found) == expected, written


@pytest.mark.parametrize(
    ("concern", "expected"),
    [
        ("raised: 2026-02-25, by: kit", 0),
        ("raised: 2026-02-24, by: kit", 1),
        ("raised: 2026-03-12, by: kit", 0),
        ("raised: 2026-02-01, by: kit, settled: 2026-03-11", 0),
        ("raised: 2026-02-01, by: kit, settled: 2026-03-12", 1),
        ("raised: 2026-02-01, by: kit, about: gone", 0),
        ("raised: 2026-02-01, by: gone, about: kit", 0),
        ("raised: 2026-02-01, by: nobody-known, about: kit", 1),
    ],
)
def test_concerns(concern: str, expected: int) -> None:
    people = {
        "members/kit.yml": "{name: Kit, business: B, joined: 2025-01-09}",
        "members/gone.yml": "{name: Gone, business: B, joined: 2025-01-09, left: {date: 2026-03-10}}",
        "members/lee.yml": "{name: Lee, business: B, joined: 2025-01-09}",
    }
    partnership = f"{{between: [kit, lee], since: 2025-05-01, concerns: [{{{concern}}}]}}"
    assert len(paths(concern_unanswered, f"concerns: [{{{concern}}}]", people)) == expected
    assert len(paths(concern_unanswered, "text: t", people | {"partnerships/p.yml": partnership})) == expected
