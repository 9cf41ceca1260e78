"""What a group says of its members, on which day, and under which id."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import group_of
from refertext.group import Group

SETTINGS = "group: Harbour\ntimezone: UTC\ncurrency: USD\n"
KIT = """\
name: Kit Larsen
business: Northwind Staffing
former_ids: [kit, k-larsen]
joined: 2025-03-01
earlier:
  - joined: 2020-01-01
    left: 2020-12-31
  - joined: 2022-01-01
    left: 2022-06-30
leave:
  - from: 2025-07-01
    until: 2025-08-10
left:
  date: 2026-02-28
"""
DANA = "name: Dana Wolfe\nbusiness: Wolfe Training\n"
LEE = "name: Lee Ortiz\nbusiness: Ortiz Payroll\njoined: 2026-03-12\nleft:\n  why: nothing yet\n"


@pytest.fixture(scope="module")
def group() -> Group:
    """Kit who came, went, came back and left, Dana who is a candidate, Lee who joins tomorrow, and a broken file."""
    return group_of(
        {
            "refertext.yml": SETTINGS,
            "members/kit-larsen.yml": KIT,
            "members/dana-wolfe.yml": DANA,
            "members/lee-ortiz.yml": LEE,
            "members/broken.yml": "name: [\n",
            "meetings/2026/2026-03-12-group.yml": "kind: group\ndate: 2026-03-12\n",
            "meetings/2026/2026-03-05-group.yml": "kind: group\ndate: 2026-03-05\ncancelled: yes\n",
            "meetings/2026/2026-02-26-group.yml": "kind: group\ndate: 2026-02-26\n",
            "meetings/2026/2026-02-19-visit.yml": "kind: visit\ndate: 2026-02-19\n",
        }
    )


@pytest.mark.parametrize(
    ("day", "was_member", "was_candidate", "was_on_leave"),
    [
        ("2019-12-31", False, True, False),
        ("2020-01-01", True, False, False),
        ("2020-12-31", True, False, False),
        ("2021-01-01", False, True, False),
        ("2022-06-30", True, False, False),
        ("2022-07-01", False, True, False),
        ("2025-02-28", False, True, False),
        ("2025-03-01", True, False, False),
        ("2025-06-30", True, False, False),
        ("2025-07-01", True, False, True),
        ("2025-08-10", True, False, True),
        ("2025-08-11", True, False, False),
        ("2026-02-28", True, False, False),
        ("2026-03-01", False, False, False),
    ],
)
def test_one_who_came_back_and_left(
    group: Group, day: str, was_member: bool, was_candidate: bool, was_on_leave: bool
) -> None:
    kit, then = group.members["kit-larsen"], date.fromisoformat(day)
    assert kit.was_member_on(then) is was_member
    assert kit.is_candidate_on(then) is was_candidate
    assert kit.was_on_leave_on(then) is was_on_leave


@pytest.mark.parametrize(
    ("id_", "day", "was_member", "was_candidate"),
    [
        ("dana-wolfe", "1999-12-31", False, True),
        ("dana-wolfe", "2026-03-11", False, True),
        ("lee-ortiz", "2026-03-11", False, True),
        ("lee-ortiz", "2026-03-12", True, False),
        ("lee-ortiz", "2199-12-31", True, False),
    ],
)
def test_candidates_and_newcomers(group: Group, id_: str, day: str, was_member: bool, was_candidate: bool) -> None:
    then = date.fromisoformat(day)
    assert group.members[id_].was_member_on(then) is was_member
    assert group.members[id_].is_candidate_on(then) is was_candidate


@pytest.mark.parametrize(
    ("as_of", "present"),
    [
        ("2019-01-01", []),
        ("2026-02-28", ["kit-larsen"]),
        ("2026-03-11", []),
        ("2026-03-12", ["lee-ortiz"]),
    ],
)
def test_present_members(as_of: str, present: list[str]) -> None:
    files = {"refertext.yml": SETTINGS, "members/lee-ortiz.yml": LEE, "members/kit-larsen.yml": KIT}
    seen = group_of(files, date.fromisoformat(as_of))
    assert [member.id for member in seen.present_members] == present


@pytest.mark.parametrize(
    ("id_", "known", "found"),
    [
        ("nobody", False, None),
        ("", False, None),
        ("Kit-Larsen", False, None),
        ("broken", True, None),
        ("kit-larsen", True, "Kit Larsen"),
        ("kit", True, "Kit Larsen"),
        ("k-larsen", True, "Kit Larsen"),
    ],
)
def test_ids(group: Group, id_: str, known: bool, found: str | None) -> None:
    assert group.knows("members", id_) is known
    member = group.member(id_)
    assert (member and member.name) == found
    assert group.name(id_) == (found or id_)
    assert group.resolve("members", id_) == ("kit-larsen" if found else id_)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (None, None, False),
        (None, "kit", False),
        ("kit", None, False),
        ("kit", "dana-wolfe", False),
        ("nobody", "nobody-else", False),
        ("kit", "kit-larsen", True),
        ("kit", "k-larsen", True),
        ("broken", "broken", True),
        ("nobody", "nobody", True),
    ],
)
def test_same_member(group: Group, one: str | None, other: str | None, same: bool) -> None:
    assert group.same_member(one, other) is same


def test_nobody_is_no_member(group: Group) -> None:
    assert group.member(None) is None
    assert group.prospect(None) is None
    assert group.referral(None) is None


def test_group_meetings_are_those_that_take_place_in_order(group: Group) -> None:
    assert [meeting.date.isoformat() for meeting in group.group_meetings] == ["2026-02-26", "2026-03-12"]


@pytest.mark.parametrize(
    ("asked", "pinned", "as_of"),
    [
        (None, "", "2026-03-11"),
        (None, "as_of: 2025-01-01\n", "2025-01-01"),
        ("2024-02-29", "", "2024-02-29"),
        ("2024-02-29", "as_of: 2025-01-01\n", "2024-02-29"),
    ],
)
def test_the_day(asked: str | None, pinned: str, as_of: str) -> None:
    group = group_of({"refertext.yml": SETTINGS + pinned}, date.fromisoformat(asked) if asked else None)
    assert group.as_of.isoformat() == as_of
