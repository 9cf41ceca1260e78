"""A line about somebody whose file cannot be read waits; it is not said that there is no such member."""

from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.slips.slip_unclear import slip_unclear

GROUP = "group: G\ntimezone: UTC\ncurrency: USD\nas_of: 2026-03-11\n"
READ = {f"members/{id_}.yml": f"name: {id_.title()}\nbusiness: B\njoined: 2025-01-09\n" for id_ in ("lee", "kim")}
BROKEN = "name: [\n"


def told(line: str, unread: str) -> list[str]:
    texts = {"refertext.yml": GROUP, **READ, unread: BROKEN, "log/2026-03-05-lee.md": f"- {line}\n"}
    return [finding.problem.message for finding in check(group_of(texts), [slip_unclear])]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("lead Lee > Kim: a brewery", []),
        ("lead Lee > Kit: a brewery", []),
        ("lead Lee > Kit Larsen: a brewery", []),
        ("lead Lee > Larsen: a brewery", []),
        ("lead Lee > Kit Larson: a brewery", []),
        ("lead Lee > Ki: a brewery", []),  # Kim, or Kit
        ("lead Lee > Zoe: a brewery", ["There is no member “Zoe” whose file can be read"]),
        ("leed Kit: a brewery", ["“leed” is no kind of slip"]),
    ],
)
def test_who_may_be_unread_is_waited_for(line: str, expected: list[str]) -> None:
    assert told(line, "members/kit-larsen.yml") == expected


def test_who_is_none_while_all_is_read() -> None:
    assert told("lead Lee > Kit: a brewery", "prospects/kit.yml") == ["There is no member “Kit”"]


@pytest.mark.parametrize(("folder", "count"), [("members", 1), ("membrs", 0)])
def test_a_folder_that_is_lost_may_hold_anybody(folder: str, count: int) -> None:
    texts = {"refertext.yml": GROUP, f"{folder}/lee.yml": READ["members/lee.yml"]}
    group = group_of(texts | {"log/2026-03-05-lee.md": "- lead Zoe > Kit: a brewery\n"})
    assert len(check(group, [slip_unclear])) == count
