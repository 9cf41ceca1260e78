"""Events in order of day, and the windows cut out of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refertext.measures.events import Held
from refertext.measures.timeline import Timeline
from refertext.measures.window import Window
from refertext.records import Meeting
from small import day, window

DAYS = st.dates(date(2026, 1, 1), date(2026, 2, 15))


@dataclass(frozen=True, slots=True)
class Named:
    """An event that a test can tell from others of its day."""

    day: date
    name: str
    record: Meeting = field(default_factory=lambda: Meeting(kind="group", date=date(2026, 1, 1)))
    path: tuple[str, ...] = ()


def named(*written: str) -> Timeline[Named]:
    """A timeline of events written `03-05 a`."""
    return Timeline(Named(day(on), name) for on, name in (one.split() for one in written))


MARCH = named("03-05 b", "03-01 a", "03-31 d", "03-05 c")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("01-01", "12-31", "abcd"),
        ("03-01", "03-31", "abcd"),
        ("03-02", "03-30", "bc"),
        ("03-05", "03-05", "bc"),
        ("03-06", "03-30", ""),
        ("04-01", "12-31", ""),
        ("03-31", "03-01", ""),
    ],
)
def test_within(first: str, last: str, expected: str) -> None:
    assert "".join(event.name for event in MARCH.within(window(first, last))) == expected


@pytest.mark.parametrize(
    ("on", "until", "last"),
    [
        ("02-28", "", None),
        ("03-01", "a", "a"),
        ("03-04", "a", "a"),
        ("03-05", "abc", "c"),
        ("03-30", "abc", "c"),
        ("03-31", "abcd", "d"),
        ("12-31", "abcd", "d"),
    ],
)
def test_until_and_last(on: str, until: str, last: str | None) -> None:
    assert "".join(event.name for event in MARCH.until(day(on))) == until
    event = MARCH.last(day(on))
    assert (event.name if event else None) == last


@given(st.lists(DAYS), DAYS, DAYS)
def test_a_window_holds_the_events_of_its_days(days: list[date], first: date, last: date) -> None:
    timeline = Timeline(Held(on, Meeting(kind="group", date=on)) for on in days)
    span = Window(first, last)
    assert [event.day for event in timeline.within(span)] == sorted(on for on in days if on in span)
    assert [event.day for event in timeline.events] == sorted(days)


def test_nothing() -> None:
    assert not Timeline[Held]().within(window("01-01", "12-31"))
    assert not Timeline[Held]().until(day("12-31"))
    assert Timeline[Held]().last(day("12-31")) is None
