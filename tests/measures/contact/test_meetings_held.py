"""What group meetings tell of the group: meetings-held, next-fixed, presentations."""

from __future__ import annotations

import pytest

from small import inputs, meeting, member, members, of, small, talk, told, window

MARCH = window("03-01", "03-31")
MEETINGS = (
    meeting("m1", "02-26", next="2026-03-05"),
    meeting("m2", "03-01", next="2026-03-05", presented=["kit"]),
    meeting("m3", "03-05", presented=["lee", "kitty", "kit"]),
    meeting("m4", "03-12", cancelled="yes", next="2026-03-19", presented=["kit"]),
    meeting("m5", "03-19", next="2026-03-31"),
    meeting("m6", "03-31", presented=["somebody"]),
    meeting("m7", "04-02", next="2026-04-09", presented=["kit"]),
    talk("t", "03-06", "kit", "lee"),
)
KNOWN = small(member("kit", former=["kitty"]), members("lee"), *MEETINGS, breaks=[("03-15", "03-20")])


def test_meetings_held() -> None:
    """Cancelled ones did not take place; one that took place in a break did."""
    assert told(of(KNOWN, "meetings-held", "group", MARCH)) == ("4", 4, "m2 m3 m5 m6")
    assert told(of(KNOWN, "meetings-held", "group", window("03-06", "03-18"))) == ("0", 0, "")


def test_next_fixed() -> None:
    result = of(KNOWN, "next-fixed", "group", MARCH)
    assert told(result) == ("1/2", 4, "m2 m5")
    assert inputs(result) == {"next date fixed": "2", "meetings held": "4"}
    assert told(of(KNOWN, "next-fixed", "group", window("03-12", "03-12"))) == ("no group meeting was held", 0, "")


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("kit", ("2", 2, "m2 m3")),
        ("lee", ("1", 1, "m3")),
        ("nobody", ("0", 0, "")),
        ("group", ("4", 4, "m2 m3 m3 m6")),
    ],
)
def test_presentations(subject: str, expected: tuple[str, int, str]) -> None:
    """Kit is named twice at m3, under two ids, and presented once."""
    assert told(of(KNOWN, "presentations", subject, MARCH)) == expected


def test_where_it_is_said() -> None:
    assert [event.path for event in of(KNOWN, "presentations", "kit", MARCH).counted] == [
        ("presented", 0),
        ("presented", 1),
    ]


def test_later_meetings_do_not_exist() -> None:
    known = small(members("kit"), *MEETINGS, as_of="03-05")
    assert told(of(known, "meetings-held", "group", MARCH)) == ("2", 2, "m2 m3")
