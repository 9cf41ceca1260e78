"""What members do about meetings they miss: notice-given, leads-while-absent."""

from __future__ import annotations

import pytest

from refertext.measures import Window
from small import Files, gift, inputs, meeting, meetings, members, of, small, told, week

KIT = members("kit", "lee")


def missed(number: int, status: str = "absent", notice: str = "") -> Files:
    """A meeting that Kit missed, and the day it was announced."""
    day = {"notice": f"2026-{notice}"} if notice else {}
    return meeting(f"w{number}", str(week(number)), attendance={"kit": {"status": status, **day}})


@pytest.mark.parametrize(
    ("meetings_missed", "expected"),
    [
        ([missed(2, notice="01-07")], ("1", 1, "w2")),
        ([missed(2, notice="01-08")], ("1", 1, "w2")),
        ([missed(2, notice="01-09")], ("0", 1, "")),
        ([missed(2)], ("0", 1, "")),
        (
            [missed(1), missed(2, notice="01-02"), missed(3, notice="01-20"), missed(4, notice="01-22")],
            ("1/2", 4, "w2 w4"),
        ),
        ([missed(1, "excused", "01-01"), missed(2, "substitute", "01-01")], ("there was no absence", 0, "")),
        ([missed(1, "excused", "01-01"), missed(2, "absent", "01-01")], ("1", 1, "w2")),
        ([meeting("w1", "01-01")], ("0", 1, "")),
        ([], ("there was no absence", 0, "")),
    ],
)
def test_notice_given(meetings_missed: list[Files], expected: tuple[str, int, str]) -> None:
    assert told(of(small(KIT, *meetings_missed), "notice-given", "kit")) == expected


@pytest.mark.parametrize(
    ("letters", "gifts", "expected"),
    [
        ("A", [gift("g1", "01-01", "kit", "lee", "lead")], ("1", 1, "w1")),
        ("A", [], ("0", 1, "")),
        ("ASXP.", [], ("0", 4, "")),
        (
            "ASXP.",
            [
                gift("g1", "01-01", "kit", "lee", "introduction"),
                gift("g2", "01-01", "kit", "everyone", "lead"),
                gift("g3", "01-14", "kit", "lee"),
                gift("g4", "01-22", "kit", "lee"),
                gift("g5", "01-29", "kit", "everyone", "lead"),
            ],
            ("1/2", 4, "w1 w5"),
        ),
        ("A", [gift("g1", "01-01", "lee", "kit")], ("0", 1, "")),
        ("A", [gift("g1", "01-01", "kit", "kit")], ("0", 1, "")),
        ("A", [gift("g1", "01-01", "kit", "lee", "referral", "01-02 returned")], ("1", 1, "w1")),
        ("PL", [gift("g1", "01-01", "kit", "lee")], ("there was no day away", 0, "")),
        ("C", [gift("g1", "01-01", "kit", "lee")], ("there was no day away", 0, "")),
    ],
)
def test_leads_while_absent(letters: str, gifts: list[Files], expected: tuple[str, int, str]) -> None:
    assert told(of(small(KIT, meetings(kit=letters), *gifts), "leads-while-absent", "kit")) == expected


def test_inputs() -> None:
    known = small(KIT, meetings(kit="AXP"), gift("g1", "01-08", "kit", "lee"))
    assert inputs(of(known, "notice-given", "kit")) == {"announced": "0", "absent": "1"}
    assert inputs(of(known, "leads-while-absent", "kit")) == {"days with a gift": "1", "days away": "2"}
    assert told(of(known, "leads-while-absent", "kit", Window(week(2), week(3)))) == ("1", 1, "w2")
