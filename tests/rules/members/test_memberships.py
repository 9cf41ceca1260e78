from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.problem import Path
from refertext.rules.days.range_backwards import range_backwards
from refertext.rules.members.introduced_by_oneself import introduced_by_oneself
from refertext.rules.members.leave_outside_membership import leave_outside_membership
from refertext.rules.members.manager_not_informed import manager_not_informed
from refertext.rules.members.membership_overlaps import membership_overlaps
from refertext.rules.members.seat_missing import seat_missing
from refertext.rules.rule import Rule


def paths(rule: Rule, member: str) -> list[Path]:
    group = group_of({"members/pat.yml": f"{{name: Pat, business: B, former_ids: [old-pat], {member}}}"})
    return [finding.problem.place.path for finding in check(group, [rule])]


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("joined: 2025-01-09", []),
        ("joined: 2025-01-09, left: {why: moved}", []),
        ("joined: 2025-01-09, left: {date: 2025-01-09}", []),
        ("joined: 2025-01-09, earlier: [{joined: 2022-01-01, left: 2025-01-08}]", []),
        (
            "earlier: [{joined: 2024-01-01, left: 2024-02-01}, {joined: 2022-01-01, left: 2023-12-31}]",
            [],
        ),
        ("left: {date: 2025-01-09}", [("left", "date")]),
        ("joined: 2025-01-09, left: {date: 2025-01-08}", [("left", "date")]),
        ("earlier: [{joined: 2023-01-01, left: 2022-12-31}]", [("earlier", 0, "left")]),
        ("joined: 2025-01-09, earlier: [{joined: 2022-01-01, left: 2025-01-09}]", [("joined",)]),
        ("joined: 2025-01-09, earlier: [{joined: 2025-02-01, left: 2025-03-01}]", [("earlier", 0, "joined")]),
        (
            "earlier: [{joined: 2024-01-01, left: 2024-02-01}, {joined: 2022-01-01, left: 2024-01-01}]",
            [("earlier", 0, "joined")],
        ),
    ],
)
def test_times_of_membership(member: str, expected: list[Path]) -> None:
    assert paths(membership_overlaps, member) == expected


@pytest.mark.parametrize(
    ("member", "count"),
    [
        ("joined: 2025-01-09, leave: [{from: 2025-01-01, until: 2025-01-09}]", 0),
        ("joined: 2025-01-09, leave: [{from: 2027-01-01, until: 2027-01-09}]", 0),
        ("joined: 2025-01-09, leave: [{from: 2024-01-09, until: 2024-01-01}]", 0),
        ("left: {date: 2025-01-09}, leave: [{from: 2024-01-01, until: 2024-02-01}]", 0),
        ("earlier: [{joined: 2022-01-01, left: 2022-12-31}], leave: [{from: 2022-12-31, until: 2023-02-01}]", 0),
        ("joined: 2025-01-09, leave: [{from: 2025-01-01, until: 2025-01-08}]", 1),
        ("joined: 2025-01-09, left: {date: 2025-06-30}, leave: [{from: 2025-07-01, until: 2025-07-08}]", 1),
        ("leave: [{from: 2025-07-01, until: 2025-07-08}]", 1),
    ],
)
def test_leave(member: str, count: int) -> None:
    assert len(paths(leave_outside_membership, member)) == count


@pytest.mark.parametrize(
    ("member", "count"),
    [
        ("joined: 2026-02-09", 0),
        ("joined: 2025-01-09, manager: none", 0),
        ("joined: 2025-01-09, manager: {informed: 2026-03-11}", 0),
        ("joined: 2025-01-09, left: {date: 2026-03-10}", 0),
        ("manager: {informed: }", 0),
        ("joined: 2026-02-08", 1),
        ("joined: 2025-01-09, manager: {informed: }", 1),
    ],
)
def test_managers(member: str, count: int) -> None:
    assert len(paths(manager_not_informed, member)) == count


@pytest.mark.parametrize(
    ("member", "count"),
    [
        ("manager: none", 0),
        ("joined: 2025-01-09, seat: {category: law}", 0),
        ("joined: 2025-01-09, left: {date: 2026-03-10}", 0),
        ("joined: 2025-01-09", 1),
        ("joined: 2026-04-01", 1),
        ("joined: 2025-01-09, left: {date: 2026-03-11}", 1),
    ],
)
def test_seats(member: str, count: int) -> None:
    assert len(paths(seat_missing, member)) == count


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("introduced_by: kit", []),
        ("introduced_by: pat", [("introduced_by",)]),
        ("introduced_by: old-pat", [("introduced_by",)]),
        ("path: [{date: 2026-01-01, how: lunch}, {date: 2026-01-02, how: vote, by: pat}]", [("path", 1, "by")]),
    ],
)
def test_introductions(member: str, expected: list[Path]) -> None:
    assert paths(introduced_by_oneself, member) == expected


def test_ranges_backwards() -> None:
    right, wrong = "from: 2026-01-01, until: 2026-01-01", "from: 2026-01-02, until: 2026-01-01"
    settings = (
        f"{{group: G, timezone: UTC, currency: USD, breaks: [{{{right}}}, {{{wrong}}}], "
        "seats: [{category: c, status: reserved, since: 2026-01-02, until: 2026-01-01}]}"
    )
    texts = {
        "refertext.yml": settings,
        "members/kit.yml": f"{{name: K, business: B, leave: [{{{right}}}, {{{wrong}}}]}}",
        "agreements/a.yml": "{title: A, adopted: 2026-01-02, ended: 2026-01-01}",
        "agreements/b.yml": "{title: A, adopted: 2026-01-02, ended: 2026-01-02}",
        "partnerships/p.yml": f"{{between: [a, b], since: 2026-01-01, cycles: [{{{right}}}, {{{wrong}}}]}}",
    }
    found = [(f.problem.place.file, f.problem.place.path) for f in check(group_of(texts), [range_backwards])]
    assert sorted(found) == [
        ("agreements/a.yml", ("adopted",)),
        ("members/kit.yml", ("leave", 1, "from")),
        ("partnerships/p.yml", ("cycles", 1, "from")),
        ("refertext.yml", ("breaks", 1, "from")),
        ("refertext.yml", ("seats", 0, "since")),
    ]
