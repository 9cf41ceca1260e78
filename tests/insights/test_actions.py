from __future__ import annotations

from datetime import date

import pytest

from conftest import group_of
from refertext.insights.debts.actions import actions
from small import Files, meeting, member, small

PEOPLE = member("kit", former=["kit-larsen"]) | member("gone", left="03-01") | member("dana", None)


def owed(files: Files, as_of: str = "03-11") -> list[tuple[str, str, str]]:
    return [
        (" ".join(one.by), str(one.since)[5:], str(one.due)[5:])
        for one in actions(small(PEOPLE, files, as_of=as_of).group)
    ]


def with_action(*, on: str = "03-05", kind: str = "group", cancelled: str = "no", **action: str) -> Files:
    taken = {"who": "kit", "what": "call", "due": "2026-03-12"} | action
    between = ["kit", "dana"] if kind != "group" else []
    return meeting("m", on, kind, cancelled=cancelled, between=between, actions=[{k: v for k, v in taken.items() if v}])


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (with_action(), ("kit", "03-05", "03-12")),
        (with_action(who="kit-larsen"), ("kit", "03-05", "03-12")),
        (with_action(who="dana"), ("dana", "03-05", "03-12")),
        (with_action(kind="one-to-one"), ("kit", "03-05", "03-12")),
        (with_action(who="gone"), None),
        (with_action(who="nobody-known"), None),
        (with_action(due=""), None),
        (with_action(done="2026-03-11"), None),
        (with_action(cancelled="yes"), None),
        (with_action(on="03-12"), None),
    ],
)
def test_actions_that_are_owed(files: Files, expected: tuple[str, str, str] | None) -> None:
    assert owed(files) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("done", "count"),
    [("2026-03-06", 0), ("2026-03-07", 1), ("2026-03-11", 1), ("2026-03-12", 0)],
)
def test_looking_back_what_was_done_later_was_not_done(done: str, count: int) -> None:
    """It is 2026-03-11, and one looks back at 2026-03-06; a day that is still to come is a slip of its own."""
    assert len(actions(group_of(PEOPLE | with_action(done=done), date(2026, 3, 6)))) == count
