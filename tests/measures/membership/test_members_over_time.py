"""Who is in the group: size, growth, retention."""

from __future__ import annotations

import pytest

from refertext.measures import Window
from small import YEAR, Files, inputs, member, members, of, parts, small, told, window

MARCH = window("03-01", "03-31")


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([], ("0", 0, "")),
        ([members("kit", "lee")], ("2", 2, "kit lee")),
        ([member("kit", "03-31"), member("lee", "04-01"), member("ana", None)], ("1", 1, "kit")),
        ([member("kit", left="03-31"), member("lee", left="03-30")], ("1", 1, "kit")),
        ([member("kit", leave=[("03-01", "04-30")])], ("1", 1, "kit")),
        ([member("kit", "05-01", earlier=[("01-01", "03-31")])], ("1", 1, "kit")),
        ([member("kit", "05-01", earlier=[("01-01", "03-30")])], ("0", 0, "")),
        ([member("kit", None, earlier=[("01-01", "12-31")])], ("1", 1, "kit")),
    ],
)
def test_size(people: list[Files], expected: tuple[str, int, str]) -> None:
    for first in ("01-01", "03-31"):
        assert told(of(small(*people), "size", "group", window(first, "03-31"))) == expected


def test_since_when_they_are_members() -> None:
    known = small(member("kit", "02-05", earlier=[("01-01", "01-31")]), member("lee", "03-31"))
    days = [str(event.day) for event in of(known, "size", "group", MARCH).counted]
    assert days == ["2026-02-05", "2026-03-31"]


def test_size_as_of_a_day() -> None:
    assert told(of(small(member("kit", "03-01"), member("lee", "03-02"), as_of="03-01"), "size", "group")) == (
        "1",
        1,
        "kit",
    )


@pytest.mark.parametrize(
    ("people", "expected", "share"),
    [
        ([], ("0", 0, ""), {}),
        ([members("kit", "lee")], ("0", 0, ""), {"of the members at the start": "0"}),
        (
            [members("kit", "lee"), member("ana", "03-01"), member("brian", "03-31"), member("eva", "04-01")],
            ("2", 2, "ana brian"),
            {"of the members at the start": "1"},
        ),
        (
            [members("kit", "lee", "ana"), member("brian", left="03-01"), member("eva", left="03-31")],
            ("-2", 2, "brian eva"),
            {"of the members at the start": "-2/5"},
        ),
        (
            [members("kit"), member("lee", left="02-28"), member("ana", left="04-01")],
            ("0", 0, ""),
            {"of the members at the start": "0"},
        ),
        (
            [members("kit", "lee"), member("ana", "03-09"), member("brian", left="03-05")],
            ("0", 2, "ana brian"),
            {"of the members at the start": "0"},
        ),
        (
            [members("kit"), member("lee", "03-20", earlier=[("01-01", "03-05")])],
            ("0", 2, "lee lee"),
            {"of the members at the start": "0"},
        ),
        ([member("kit", "03-09", left="03-20")], ("0", 2, "kit kit"), {}),
        ([member("kit", "03-20", left="03-09")], ("0", 0, ""), {}),
        ([member("kit", None)], ("0", 0, ""), {}),
    ],
)
def test_growth(people: list[Files], expected: tuple[str, int, str], share: dict[str, str]) -> None:
    result = of(small(*people), "growth", "group", MARCH)
    assert told(result) == expected
    assert parts(result) == share


@pytest.mark.parametrize(("as_of", "expected"), [("03-08", "0"), ("03-09", "1"), ("03-19", "1"), ("03-20", "0")])
def test_growth_as_of_a_day(as_of: str, expected: str) -> None:
    known = small(member("kit", "03-09"), member("lee", left="03-20"), as_of=as_of)
    assert told(of(known, "growth", "group", MARCH))[0] == expected


def test_where_joining_and_leaving_is_said() -> None:
    known = small(member("kit", "03-20", left="03-28", earlier=[("03-01", "03-05")]))
    result = of(known, "growth", "group", MARCH)
    assert [(str(event.day), event.path) for event in result.counted] == [
        ("2026-03-01", ("earlier", 0, "joined")),
        ("2026-03-20", ("joined",)),
        ("2026-03-05", ("earlier", 0, "left")),
        ("2026-03-28", ("left", "date")),
    ]
    assert inputs(result) == {"joined": "2", "left": "2"}


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([], ("there were no members at the start", 0, "")),
        ([member("kit", "03-01")], ("there were no members at the start", 0, "")),
        ([member("kit", left="02-28")], ("there were no members at the start", 0, "")),
        ([members("kit", "lee")], ("1", 2, "")),
        ([members("kit", "lee", "ana"), member("brian", left="03-01")], ("3/4", 4, "brian")),
        ([members("kit"), member("lee", left="03-31")], ("1/2", 2, "lee")),
        ([members("kit"), member("lee", left="04-01")], ("1", 2, "")),
        ([members("kit"), member("lee", left="02-28")], ("1", 1, "")),
        ([members("kit"), member("lee", "03-09", left="03-20")], ("1", 1, "")),
        ([members("kit"), member("lee", "03-20", earlier=[("01-01", "03-05")])], ("1", 2, "")),
        ([members("kit"), member("lee", "04-01", earlier=[("01-01", "03-05")])], ("1/2", 2, "lee")),
        ([members("kit"), member("lee", leave=[("03-01", "04-30")])], ("1", 2, "")),
        ([member("kit", left="03-10"), member("lee", left="03-05")], ("0", 2, "lee kit")),
    ],
)
def test_retention(people: list[Files], expected: tuple[str, int, str]) -> None:
    result = of(small(*people), "retention", "group", MARCH)
    assert told(result) == expected
    if result.n:
        assert inputs(result) == {"leavers": str(len(result.counted)), "members at start": str(result.n)}


def test_who_stayed_stands_beside_who_left() -> None:
    people = (
        members("kit"),
        member("lee", left="03-05"),
        member("ana", "03-09"),
        member("eva", "03-20", earlier=[("01-01", "03-05")]),
    )
    stayed = of(small(*people), "retention", "group", MARCH).beside()["stayed"]
    assert [(one.record.id, str(one.day), one.path) for one in stayed] == [
        ("eva", "2026-03-20", ("joined",)),
        ("kit", "2026-01-01", ("joined",)),
    ]


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (window("01-02", "03-31"), ("1/2", 2, "lee")),
        (window("04-01", "06-30"), ("1", 1, "")),
        (YEAR, ("there were no members at the start", 0, "")),
        (window("01-02", "12-31"), ("1/2", 2, "lee")),
        (window("02-10", "02-09"), ("there were no members at the start", 0, "")),
        (window("2027-02-01", "2027-02-28"), ("there were no members at the start", 0, "")),
    ],
)
def test_a_leaver_leaves_once(span: Window, expected: tuple[str, int, str]) -> None:
    """Whoever left on the last day of a quarter is a leaver of that quarter, and no member at the next one's start."""
    known = small(members("kit"), member("lee", left="03-31"))
    assert told(of(known, "retention", "group", span)) == expected
