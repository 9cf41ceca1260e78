"""Since when there are records, and with which time a window can be compared."""

from __future__ import annotations

import pytest

from refertext.group.on_record import records_begin
from refertext.insights.on_record import known_since, time_before
from refertext.measures import GROUP, Subject, Window, a_member, a_pair
from refertext.measures.window import rolling
from refertext.records import Duration
from small import Files, day, gift, meeting, meetings, member, members, small, talk, window

PEOPLE = members("kit", "lee")


@pytest.mark.parametrize(
    ("files", "as_of", "expected"),
    [
        ({}, "12-31", None),
        (gift("g", "03-05", "kit", "lee"), "12-31", "2026-03-05"),
        (gift("g", "03-05", "kit", "lee"), "03-05", "2026-03-05"),
        (gift("g", "03-05", "kit", "lee"), "03-04", None),
        (gift("g", "03-05", "kit", "lee") | talk("t", "02-01", "kit", "lee"), "12-31", "2026-02-01"),
        (gift("g", "03-05", "kit", "lee") | meeting("m", "01-08"), "12-31", "2026-01-08"),
        (meeting("m", "01-08") | meeting("n", "2025-12-04"), "12-31", "2025-12-04"),
    ],
)
def test_records_begin_with_the_first_meeting_or_referral_not_with_the_first_member(
    files: Files, as_of: str, expected: str | None
) -> None:
    begin = records_begin(small(PEOPLE, files, as_of=as_of).group)
    assert (str(begin) if begin else None) == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (GROUP, "2026-02-01"),
        (a_member("kit"), "2026-02-01"),
        (a_member("ana"), "2026-03-09"),
        (a_pair("kit", "ana"), "2026-03-09"),
        (a_member("dee"), "2026-02-01"),
    ],
)
def test_of_who_joined_later_nothing_is_known_before(subject: Subject, expected: str) -> None:
    back = member("dee", "03-01", earlier=[("2020-01-01", "2020-12-31")])
    known = small(PEOPLE, member("ana", "03-09"), back, talk("t", "02-01", "kit", "lee"))
    assert str(known_since(known.group, subject)) == expected


TWO_MONTHS = Duration(2, "months")


@pytest.mark.parametrize(
    ("now", "length", "expected"),
    [
        (window("03-01", "04-30"), TWO_MONTHS, window("01-01", "02-28")),
        (window("03-01", "04-30"), None, None),  # 61 days: from 2025-12-30, before the first meeting
        (window("03-02", "04-30"), None, window("01-01", "03-01")),
        (window("02-28", "04-27"), TWO_MONTHS, None),
        (window("01-01", "02-28"), TWO_MONTHS, None),
        (window("2025-01-01", "2025-12-31"), None, None),
        (window("0001-01-01", "12-31"), None, None),
        (window("0001-01-05", "12-31"), TWO_MONTHS, None),
    ],
)
def test_a_time_is_compared_with_the_one_before_if_that_is_all_on_record(
    now: Window, length: Duration | None, expected: Window | None
) -> None:
    known = small(PEOPLE, meetings(kit="PPP"))
    assert time_before(known, now, length) == expected


def test_meetings_are_compared_with_as_many_meetings_before() -> None:
    """Weekly meetings w1 to w9, the third cancelled: w1 w2 w4 w5 before w6 w7 w8 w9."""
    known = small(PEOPLE, meetings(kit="PPCPPPPPP"), as_of="03-01")
    four = Duration(4, "meetings")
    now = Window(day("02-05"), day("03-01"))
    assert time_before(known, now, four) == window("01-01", "02-04")
    assert time_before(known, Window(day("01-29"), day("03-01")), four) is None  # only three are left before w5
    assert time_before(known, now, Duration(1, "meetings")) == window("01-29", "02-04")


def test_the_time_before_of_a_member_begins_when_they_joined() -> None:
    known = small(PEOPLE, member("ana", "02-01"), meetings(kit="PPP"))
    now = rolling(Duration(1, "months"), day("03-31"))
    assert time_before(known, now, Duration(1, "months"), a_member("ana")) == window("02-01", "02-28")
    earlier = rolling(Duration(1, "months"), day("03-30"))
    assert time_before(known, earlier, Duration(1, "months"), a_member("ana")) is None
