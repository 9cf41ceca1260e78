"""A partnership that sleeps is told once, by what is nearest; each step speaks where none before it does."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import group_of
from partners import cycle, group, partnership
from refertext.check import check
from refertext.group import Group
from refertext.insights.debts.due import debts
from refertext.insights.debts.one_at_a_time import one_at_a_time
from refertext.rules.registry import all_rules
from small import ON_RECORD, Files, talk

OVER = cycle("2025-09-01", "2025-11-30")
EVALUATED = OVER | {"evaluated": {"date": "2025-12-05"}}
QUARTERLY = {"every": "3 months"}
AGREED = ON_RECORD | {
    "agreements/meet.yml": "{title: We meet, adopted: 2025-01-01, commitments: "
    "[{measure: one-to-ones, at_least: 1, every: month, with: each power partner}]}"
}
RULES = [
    all_rules()[name]
    for name in ("cycle-without-evaluation", "review-overdue", "one-to-one-overdue", "stagnating", "plan-overdue")
]


def asleep(**keys: Any) -> Files:
    return partnership(**{"since": "2025-09-01", "kind": "power"} | keys)


def told(known: Group) -> list[str]:
    return [finding.rule for finding in check(known, RULES)]


def owed(known: Group) -> list[str]:
    return [one.do.split(" of ")[0] for one in one_at_a_time(known) if one.due <= known.as_of]


@pytest.mark.parametrize(
    ("files", "rules", "steps"),
    [
        (
            asleep(cycles=[OVER], reviews=QUARTERLY) | AGREED,
            ["cycle-without-evaluation"],
            ["Evaluate the cycle"],
        ),
        (
            asleep(cycles=[EVALUATED], reviews=QUARTERLY) | AGREED,
            ["review-overdue"],
            ["Sit down together and review the partnership"],
        ),
        (
            asleep(cycles=[EVALUATED]) | AGREED,
            ["one-to-one-overdue"],
            ["Arrange a one-to-one between Kit and Lee"],
        ),
        (
            asleep(cycles=[EVALUATED]),
            ["stagnating"],
            ["Sit down together: nothing has been recorded between Kit and Lee since 2025-12-05"],
        ),
        (
            asleep(cycles=[EVALUATED]) | talk("t", "02-20", "kit", "lee"),
            [],
            ["Begin the next cycle"],
        ),
        (
            asleep(cycles=[EVALUATED, cycle("02-20", "05-01")]),
            [],
            [],
        ),
    ],
)
def test_one_step_at_a_time(files: Files, rules: list[str], steps: list[str]) -> None:
    known = group(files)
    assert told(known) == rules
    assert owed(known) == steps


def test_what_is_not_overdue_keeps_nothing_silent() -> None:
    over = cycle("2025-09-01", "03-05")
    known = group(asleep(cycles=[over], reviews=QUARTERLY))
    assert told(known) == ["review-overdue"]
    assert [one.do.split(" of ")[0] for one in one_at_a_time(known)] == [
        "Evaluate the cycle",  # by 03-19; the next cycle waits for it
        "Sit down together and review the partnership",
    ]


def test_a_sign_of_life_is_not_asked_for_where_one_is_due_before() -> None:
    known = group(asleep(since="2026-01-12", reviews={"every": "2 months"}))  # quiet until 04-11
    assert [one.topic for one in one_at_a_time(known)] == ["reviews", "evaluations"]
    later = group(asleep(since="2026-01-12", reviews=QUARTERLY))  # the review is due on 04-12
    assert [one.topic for one in one_at_a_time(later)] == ["reviews", "stagnation", "evaluations"]


def test_what_is_excused_keeps_nothing_silent() -> None:
    waiver = {
        "rule": "cycle-without-evaluation",
        "file": "partnerships/kit--lee.yml",
        "why": "w",
        "until": "2026-12-31",
    }
    files = asleep(cycles=[OVER], reviews=QUARTERLY)
    people = {f"members/{id_}.yml": f"{{name: {id_}, business: B, joined: 2025-01-01}}" for id_ in ("kit", "lee")}
    settings = {"refertext.yml": f"{{group: S, timezone: UTC, currency: USD, waivers: [{waiver}]}}"}
    known = group_of(people | files | settings)
    assert told(known) == ["review-overdue"]
    assert "cycle-without-evaluation" not in {one.rule for one in debts(known)}


@pytest.mark.parametrize(
    ("files", "unread"),
    [
        (asleep(reviews=QUARTERLY) | talk("t", "2025-11-20", "kit", "lee"), "meetings/2025/2025-10-10-kit-lee.md"),
        (asleep(kind="power") | AGREED, "partnerships/kit--lee.yml"),
        (asleep(), "meetings/2026/2026-02-10-kit-lee.md"),
    ],
)
def test_nobody_is_reminded_of_the_next_step_where_one_cannot_be_known(files: Files, unread: str) -> None:
    people = {f"members/{id_}.yml": f"{{name: {id_}, business: B, joined: 2025-01-01}}" for id_ in ("kit", "lee")}
    assert told(group_of(people | files))
    known = group_of(people | files | {unread: "bad: ["})
    assert not told(known)
    assert not owed(known)


def test_others_who_meet_too_seldom_are_told_all_the_same() -> None:
    each = ON_RECORD | {"agreements/meet.yml": AGREED["agreements/meet.yml"].replace("power partner", "member")}
    eve = {"members/eve.yml": "{name: Eve, business: B, joined: 2025-01-01}"}
    found = check(group(asleep(cycles=[OVER]), each, eve), RULES)
    assert sorted((finding.rule, finding.problem.place.file) for finding in found) == [
        ("cycle-without-evaluation", "partnerships/kit--lee.yml"),
        ("one-to-one-overdue", "members/eve.yml"),
    ]
