from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.meetings.between_two import between_two


@pytest.mark.parametrize(
    ("kind", "more", "count"),
    [
        ("one-to-one", "between: [kit-larsen, lee-ortiz]", 0),
        ("review", "between: [kit-larsen, nobody-known]", 0),
        ("visit", "between: [kit-larsen, lee-ortiz, brian-cho]", 0),
        ("visit", "attendance: {kit-larsen: present, lee-ortiz: present}", 0),
        ("group", "", 0),
        ("one-to-one", "", 1),
        ("one-to-one", "attendance: {kit-larsen: present, lee-ortiz: present}", 1),
        ("review", "between: [kit-larsen]", 1),
        ("visit", "between: [kit-larsen]", 1),
        ("one-to-one", "between: [kit-larsen, kit]", 1),
        ("one-to-one", "between: [kit-larsen, lee-ortiz, brian-cho]", 1),
        ("review", "between: [kit-larsen, lee-ortiz, kit-larsen]", 1),
    ],
)
def test_how_many_are_named(cast: dict[str, str], kind: str, more: str, count: int) -> None:
    kit = cast["members/kit-larsen.md"].replace("name:", "former_ids: [kit]\nname:", 1)
    text = f"---\nkind: {kind}\ndate: 2026-03-03\n{more}\n---\n"
    group = group_of(cast | {"meetings/2026/x.md": text, "members/kit-larsen.md": kit})
    assert len(check(group, [between_two])) == count


@pytest.mark.parametrize(
    ("between", "words"),
    [
        ("", "nobody is named"),
        ("kit-larsen", "only Kit Larsen is named"),
        ("kit-larsen, lee-ortiz, brian-cho", "3 are named"),
    ],
)
def test_who_is_named(cast: dict[str, str], between: str, words: str) -> None:
    text = f"---\nkind: review\ndate: 2026-03-03\nbetween: [{between}]\n---\n"
    (finding,) = check(group_of(cast | {"meetings/2026/x.md": text}), [between_two])
    assert finding.problem.message.endswith(words)
