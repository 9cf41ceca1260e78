"""Shares of attendance: attendance, attendance-credited, absenteeism."""

from __future__ import annotations

import pytest

from small import ids, inputs, meetings, members, of, small, told

NO_MEETING = "no group meeting in the window counts for them"
NONE_HELD = "no group meeting took place in the window"


@pytest.mark.parametrize(
    ("letters", "in_person", "credited"),
    [
        ("P", ("1", 1, "w1"), ("1", 1, "w1")),
        ("PLP", ("1", 3, "w1 w2 w3"), ("1", 3, "w1 w2 w3")),
        ("PPPA", ("3/4", 4, "w1 w2 w3"), ("3/4", 4, "w1 w2 w3")),
        ("PLSXA", ("2/5", 5, "w1 w2"), ("3/4", 4, "w1 w2 w3")),
        ("SSSA", ("0", 4, ""), ("3/4", 4, "w1 w2 w3")),
        ("P.", ("1/2", 2, "w1"), ("1/2", 2, "w1")),
        ("PX.", ("1/3", 3, "w1"), ("1/2", 2, "w1")),
        ("PCP", ("1", 2, "w1 w3"), ("1", 2, "w1 w3")),
        ("XX", ("0", 2, ""), (NO_MEETING, 0, "")),
        ("A", ("0", 1, ""), ("0", 1, "")),
        ("C", (NONE_HELD, 0, ""), (NONE_HELD, 0, "")),
    ],
)
def test_a_member(letters: str, in_person: tuple[str, int, str], credited: tuple[str, int, str]) -> None:
    known = small(members("kit"), meetings(kit=letters))
    assert told(of(known, "attendance", "kit")) == in_person
    assert told(of(known, "attendance-credited", "kit")) == credited


def test_inputs() -> None:
    known = small(members("kit"), meetings(kit="PPLSXA"))
    assert inputs(of(known, "attendance", "kit")) == {"present": "2", "late": "1", "meetings": "6"}
    assert inputs(of(known, "attendance-credited", "kit")) == {
        "present": "2",
        "late": "1",
        "substitute": "1",
        "meetings": "6",
        "excused": "1",
    }


def test_among() -> None:
    known = small(members("kit"), meetings(kit="PLSXA"))
    assert ids(of(known, "attendance", "kit").among) == "w1 w2 w3 w4 w5"
    assert ids(of(known, "attendance-credited", "kit").among) == "w1 w2 w3 w5"


def test_attendance_of_the_group() -> None:
    known = small(members("kit", "lee"), meetings(kit="PPA", lee="PLS"))
    assert told(of(known, "attendance", "group")) == ("2/3", 6, "w1 w1 w2 w2")


@pytest.mark.parametrize(
    ("kit", "lee", "expected"),
    [
        ("PPA", "PA.", ("1/2", 6, "w2 w3 w3")),
        ("PLSX", "PPPP", ("0", 8, "")),
        ("A", "A", ("1", 2, "w1 w1")),
        ("CC", "CC", (NONE_HELD, 0, "")),
    ],
)
def test_absenteeism(kit: str, lee: str, expected: tuple[str, int, str]) -> None:
    result = of(small(members("kit", "lee"), meetings(kit=kit, lee=lee)), "absenteeism", "group")
    assert told(result) == expected
    assert inputs(result) == {"absent": str(len(result.counted)), "seats at meetings": str(result.n)}
