from __future__ import annotations

from typing import Any

import pytest

from refertext.insights.debts.candidates import candidates
from small import Files, day, member, members, small

PEOPLE = members("kit", "lee", "pat") | member("gone", left="03-01")


def path(*talks: str) -> list[dict[str, str]]:
    """Talks, each written `03-05 lee`."""
    said = [talk.split() for talk in talks]
    return [{"date": str(day(on)), "how": "lunch"} | ({"by": by[0]} if by else {}) for on, *by in said]


def settings(*seats: str) -> Files:
    text = f"group: G\ntimezone: UTC\ncurrency: USD\ncoordinator: pat\nseats: [{', '.join(seats)}]\n"
    return {"refertext.yml": text}


def owed(files: Files, more: Files) -> list[tuple[str, str, str]]:
    group = small(PEOPLE, files, more, as_of="06-30").group
    return [(" ".join(one.by), str(one.since)[5:], str(one.due)[5:]) for one in candidates(group)]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"path": path("03-01 lee")}, ("lee", "03-01", "04-30")),
        ({"path": path("03-01 lee", "02-01 kit")}, ("lee", "03-01", "04-30")),
        ({"path": path("02-01 lee", "03-01 gone")}, ("lee", "03-01", "04-30")),
        ({"path": path("03-01 gone")}, ("pat", "03-01", "04-30")),
        ({"path": path("03-01")}, ("pat", "03-01", "04-30")),
        ({"path": path("03-01 lee", "07-01 kit")}, ("lee", "03-01", "04-30")),
        ({"path": path("03-01 lee"), "introduced_by": "kit"}, ("kit", "03-01", "04-30")),
        ({"path": path("03-01 lee"), "introduced_by": "gone"}, ("lee", "03-01", "04-30")),
        ({"path": path("03-01 lee"), "introduced_by": "outside: a friend of Kit"}, ("lee", "03-01", "04-30")),
        ({"path": path("03-01 lee"), "earlier": [("01-01", "02-01")]}, ("lee", "03-01", "04-30")),
        ({"path": path("03-01 lee"), "left": {"why": "no time"}}, None),
        ({"path": path("03-01 lee"), "joined": "08-01"}, None),
        ({"path": path("03-01 lee"), "joined": "05-01"}, None),
        ({"path": path("07-01 lee")}, None),
        ({}, None),
    ],
)
def test_conversations_that_are_owed(keys: dict[str, Any], expected: tuple[str, str, str] | None) -> None:
    left = {"left": keys.pop("left")} if "left" in keys else {}
    dana = member("dana", keys.pop("joined", None), **keys)
    dana["members/dana.yml"] += "".join(f"{key}: {{why: {value['why']}}}\n" for key, value in left.items())
    assert owed(dana, settings()) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("seat", "expected"),
    [
        ("{category: a, status: reserved, for: dana, since: 2026-03-01}", [("pat", "03-01", "04-30")]),
        ("{category: a, status: reserved, for: former, since: 2026-03-01}", [("pat", "03-01", "04-30")]),
        ("{category: a, status: reserved, for: dana, since: 2026-07-01}", []),
        ("{category: a, status: reserved, for: dana}", []),
        ("{category: a, status: reserved, for: kit, since: 2026-03-01}", []),
        ("{category: a, status: wanted, since: 2026-03-01}", []),
    ],
)
def test_where_nobody_has_talked_yet_a_reservation_counts(seat: str, expected: list[tuple[str, str, str]]) -> None:
    assert owed(member("dana", None, former=["former"]), settings(seat)) == expected
    talked = owed(member("dana", None, former=["former"], path=path("06-01 lee")), settings(seat))
    assert talked == [("lee", "06-01", "07-31")]


def test_a_copied_file_is_nobody() -> None:
    twice = member("dana", None, path=path("03-01 lee")) | member("dana-2", None, name="Dana", path=path("03-01 lee"))
    assert len(owed(twice, settings())) == 1
