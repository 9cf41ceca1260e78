"""Which group meetings count for a member: on days of membership, outside leave and breaks, unless cancelled."""

from __future__ import annotations

import pytest

from refertext.measures import Window
from small import YEAR, Files, ids, meeting, meetings, member, members, of, small, talk, told, week, window

NO_MEETING = "no group meeting in the window counts for them"
NONE_HELD = "no group meeting took place in the window"
CANDIDATE = "Kit is a candidate, for whom no meeting counts yet"
KIT = member("kit")


@pytest.mark.parametrize(
    ("kit", "letters", "expected", "among"),
    [
        (member("kit", "01-09"), "AAPL", ("1", 2, "w3 w4"), "w3 w4"),
        (member("kit", "01-08"), "AAP", ("1/2", 2, "w3"), "w2 w3"),
        (member("kit", left="01-15"), "PAPA", ("2/3", 3, "w1 w3"), "w1 w2 w3"),
        (member("kit", left="01-14"), "PAPA", ("1/2", 2, "w1"), "w1 w2"),
        (member("kit", "01-29", earlier=[("2025-01-01", "01-10")]), "PAPPAP", ("1/2", 4, "w1 w6"), "w1 w2 w5 w6"),
        (member("kit", leave=[("01-08", "01-15")]), "PAAP", ("1", 2, "w1 w4"), "w1 w4"),
        (member("kit", leave=[("01-09", "01-14")]), "PAAP", ("1/2", 4, "w1 w4"), "w1 w2 w3 w4"),
        (member("kit", leave=[("01-01", "01-01"), ("01-22", "02-28")]), "APLA", ("1", 2, "w2 w3"), "w2 w3"),
        (member("kit", leave=[("2025-12-01", "02-28")]), "PPPP", (NO_MEETING, 0, ""), ""),
        (member("kit", None), "PPPP", (CANDIDATE, 0, ""), ""),
        (member("kit", "2027-01-01"), "PPPP", (CANDIDATE, 0, ""), ""),
        (member("lee"), "PPPP", (NO_MEETING, 0, ""), ""),
    ],
    ids=[
        "joined between meetings",
        "joined at a meeting",
        "left at a meeting",
        "left between meetings",
        "left and came back",
        "leave with both ends at meetings",
        "leave between meetings",
        "leave twice",
        "leave all the time",
        "a candidate",
        "joins later",
        "somebody else",
    ],
)
def test_days_of_membership(kit: Files, letters: str, expected: tuple[str, int, str], among: str) -> None:
    result = of(small(kit, meetings(kit=letters)), "attendance", "kit")
    assert told(result) == expected
    assert ids(result.among) == among


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (YEAR, ("3/4", 4, "w1 w3 w4")),
        (window("01-08", "01-15"), ("1/2", 2, "w3")),
        (window("01-01", "01-01"), ("1", 1, "w1")),
        (window("01-02", "01-07"), (NONE_HELD, 0, "")),
        (window("2025-01-01", "2025-12-31"), (CANDIDATE, 0, "")),
        (window("01-15", "01-08"), (NONE_HELD, 0, "")),
    ],
)
def test_windows_include_both_ends(span: Window, expected: tuple[str, int, str]) -> None:
    assert told(of(small(KIT, meetings(kit="PAPP")), "attendance", "kit", span)) == expected


@pytest.mark.parametrize(
    ("breaks", "expected"),
    [
        ([("01-08", "01-15")], ("1", 2, "w1 w4")),
        ([("01-09", "01-14")], ("1/2", 4, "w1 w4")),
        ([("01-08", "01-08"), ("01-20", "01-31")], ("1/2", 2, "w1")),
        ([("01-01", "02-28")], (NO_MEETING, 0, "")),
    ],
)
def test_meetings_in_a_break_do_not_count(breaks: list[tuple[str, str]], expected: tuple[str, int, str]) -> None:
    assert told(of(small(KIT, meetings(kit="PAAP"), breaks=breaks), "attendance", "kit")) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("01-15", ("2/3", 3, "w1 w2")), ("01-14", ("1", 2, "w1 w2")), ("2025-12-31", (CANDIDATE, 0, ""))],
)
def test_later_meetings_do_not_exist(as_of: str, expected: tuple[str, int, str]) -> None:
    assert told(of(small(KIT, meetings(kit="PPAA"), as_of=as_of), "attendance", "kit")) == expected


def test_a_former_id_is_the_member() -> None:
    known = small(member("kit", former=["kitty"]), meetings(kitty="PA", lee="PP"))
    assert told(of(known, "attendance", "kit")) == ("1/2", 2, "w1")


def test_only_group_meetings_count() -> None:
    known = small(
        members("kit", "lee"),
        talk("t1", "01-02", "kit", "lee"),
        meeting("v1", "01-03", "visit", attendance={"kit": "present"}),
        meetings(kit="A", lee="A"),
    )
    assert told(of(known, "attendance", "kit")) == ("0", 1, "")


def test_alumni_stay_in_the_numbers_of_their_time() -> None:
    known = small(members("kit"), member("lee", left="01-08"), meetings(kit="PPP", lee="PAP"))
    assert told(of(known, "attendance", "group")) == ("4/5", 5, "w1 w1 w2 w3")
    assert told(of(known, "attendance", "lee")) == ("1/2", 2, "w1")


def test_two_meetings_on_a_day_are_two() -> None:
    known = small(KIT, *(meeting(id_, "02-05", attendance={"kit": "present"}) for id_ in ("b", "a")))
    assert told(of(known, "attendance", "kit", Window(week(6), week(6)))) == ("1", 2, "a b")
