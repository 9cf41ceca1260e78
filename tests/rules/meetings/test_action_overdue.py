from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.meetings.action_overdue import action_overdue


@pytest.mark.parametrize(
    ("head", "action", "count"),
    [
        ("kind: group", "who: kit-larsen, due: 2026-03-11", 0),
        ("kind: group", "who: kit-larsen, due: 2026-03-10, done: 2026-03-11", 0),
        ("kind: group", "who: kit-larsen, due: 2026-03-10, done: 2027-03-10", 0),  # told by future-date
        ("kind: group", "who: kit-larsen", 0),
        ("kind: group", "who: nobody-known, due: 2026-03-10", 0),
        ("kind: group", "who: lee-ortiz, due: 2026-03-10", 0),  # has left
        ("kind: group\ncancelled: yes", "who: kit-larsen, due: 2026-03-10", 0),
        ("kind: group", "who: kit-larsen, due: 2026-03-10", 1),
        ("kind: group", "who: brian-cho, due: 2026-03-10", 1),  # leaves today
        ("kind: group", "who: dana-wolfe, due: 2026-03-10", 1),
        ("kind: one-to-one\nbetween: [kit-larsen, brian-cho]", "who: kit-larsen, due: 2026-03-10", 1),
    ],
)
def test_actions(cast: dict[str, str], head: str, action: str, count: int) -> None:
    brian = cast["members/brian-cho.md"].replace("name:", "left: {date: 2026-03-11}\nname:", 1)
    lee = cast["members/lee-ortiz.md"].replace("name:", "left: {date: 2026-03-10}\nname:", 1)
    text = f"---\n{head}\ndate: 2026-03-03\nactions: [{{{action}, what: call}}]\n---\n"
    group = group_of(cast | {"meetings/2026/x.md": text, "members/lee-ortiz.md": lee, "members/brian-cho.md": brian})
    assert len(check(group, [action_overdue])) == count
