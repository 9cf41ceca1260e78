from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.meetings.met_a_non_member import met_a_non_member
from refertext.rules.meetings.visitor_is_member import visitor_is_member

DAY = "2026-03-03"


def count(cast: dict[str, str], text: str, pat: str, day: str = DAY) -> int:
    """How often Pat is reported at a meeting of that day."""
    texts = {
        "members/pat.md": f"---\nname: Pat  Roe\nbusiness: Roe Roofing\n{pat}\n---\n",
        "meetings/2026/x.md": f"---\ndate: {day}\n{text}\n---\n",
    }
    return len(check(group_of(cast | texts), [visitor_is_member, met_a_non_member]))


@pytest.mark.parametrize(
    ("pat", "expected"),
    [
        ("", 0),
        ("joined: 2026-03-04", 0),
        ("joined: 2026-03-03", 0),  # visited and joined on one day
        ("joined: 2025-01-01\nleft: {date: 2026-03-02}", 0),
        ("joined: 2026-03-02", 1),
        ("joined: 2025-01-01\nleft: {date: 2026-03-03}", 1),
    ],
)
def test_visitors(cast: dict[str, str], pat: str, expected: int) -> None:
    assert count(cast, "kind: group\nvisitors: [{name: pat ROE}]", pat) == expected
    assert count(cast, "kind: group\nvisitors: [{name: Pat Row}]", pat) == 0


@pytest.mark.parametrize(
    ("pat", "expected"),
    [
        ("", 0),
        ("joined: 2026-03-09", 0),
        ("joined: 2025-01-01", 0),
        ("joined: 2025-01-01\nleft: {date: 2026-03-03}", 0),
        ("joined: 2025-01-01\nleft: {why: moved}", 0),
        ("joined: 2026-03-09\nearlier: [{joined: 2025-01-01, left: 2025-12-31}]", 0),  # on the way back
        ("joined: 2025-01-01\nleft: {date: 2026-03-02}", 1),
    ],
)
@pytest.mark.parametrize("kind", ["one-to-one", "review"])
def test_meetings_of_two(cast: dict[str, str], kind: str, pat: str, expected: int) -> None:
    assert count(cast, f"kind: {kind}\nbetween: [kit-larsen, pat]", pat) == expected
    assert count(cast, f"kind: {kind}\ncancelled: yes\nbetween: [kit-larsen, pat]", pat) == 0


def test_a_visit_may_be_to_anybody(cast: dict[str, str]) -> None:
    left = "joined: 2025-01-01\nleft: {date: 2026-03-02}"
    assert count(cast, "kind: visit\nbetween: [kit-larsen, pat]", left) == 0


@pytest.mark.parametrize(("day", "expected"), [("2026-03-11", 1), ("2026-03-12", 0)])
def test_only_what_has_happened(cast: dict[str, str], day: str, expected: int) -> None:
    left = "joined: 2025-01-01\nleft: {date: 2026-03-02}"
    assert count(cast, "kind: review\nbetween: [kit-larsen, pat]", left, day) == expected
    assert count(cast, "kind: group\nvisitors: [{name: pat roe}]", "joined: 2025-01-01", day) == expected
