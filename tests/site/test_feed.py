"""The calendar: read back by a parser of the format."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from making import site_of

from refertext.site.audience import Audience
from refertext.site.feed import calendar

SETTINGS = "group: Small\ntimezone: America/Denver\ncurrency: USD\n"
WEEKLY = f"{SETTINGS}meets: {{every: week, weekday: thursday, time: 07:30, minutes: 75, place: Café}}\n"
PEOPLE = {
    "members/ann.yml": "name: Ann Lee\nbusiness: B\njoined: 2026-01-01\n",
    "members/bob.yml": "name: Bob Roy\nbusiness: B\njoined: 2026-01-01\n",
}
REVIEWED = {
    "partnerships/ann--bob.yml": "between: [ann, bob]\nkind: partner\nsince: 2026-01-12\nreviews: {every: 3 months}\n"
}


def meeting(day: str, more: str = "") -> dict[str, str]:
    return {f"meetings/2026/{day}-group.md": f"---\nkind: group\ndate: {day}\n{more}---\n"}


def feed(
    folder: Path, texts: dict[str, str], as_of: str = "2026-03-04", audience: Audience = Audience.MEMBERS
) -> dict[str, Any]:
    """The events of the calendar of some texts, by the first part of their identifiers."""
    read = Calendar.from_ical(calendar(site_of(folder, texts, as_of, audience)))
    return {str(event["UID"]).rpartition("-")[0]: event for event in read.walk("VEVENT")}


def test_meetings_of_26_weeks_less_breaks_and_of_90_days(tmp_path: Path) -> None:
    breaks = "breaks: [{from: 2026-03-10, until: 2026-03-12}]\n"
    texts = {
        "refertext.yml": WEEKLY + breaks,
        **meeting("2025-12-03"),
        **meeting("2025-12-04"),
        **meeting("2026-03-03"),
    }
    events = list(feed(tmp_path, texts))
    assert events[:4] == ["meeting-2025-12-04", "meeting-2026-03-03", "meeting-2026-03-05", "meeting-2026-03-19"]
    assert events[-1] == "meeting-2026-08-27"  # the last Thursday of the 26 weeks that end on 2026-09-02
    assert len(events) == 2 + 26 - 1


def test_the_hour_is_that_of_the_group_before_and_after_clocks_change(tmp_path: Path) -> None:
    events = feed(tmp_path, {"refertext.yml": WEEKLY})
    winter, summer = events["meeting-2026-03-05"], events["meeting-2026-03-12"]  # clocks change on 2026-03-08
    assert winter["DTSTART"].dt == datetime(2026, 3, 5, 14, 30, tzinfo=UTC)
    assert winter["DTEND"].dt == datetime(2026, 3, 5, 15, 45, tzinfo=UTC)
    assert summer["DTSTART"].dt == datetime(2026, 3, 12, 13, 30, tzinfo=UTC)
    assert str(summer["LOCATION"]) == "Café"


def test_without_an_hour_a_meeting_takes_all_day(tmp_path: Path) -> None:
    event = feed(tmp_path, {"refertext.yml": SETTINGS, **meeting("2026-03-03")})["meeting-2026-03-03"]
    assert event["DTSTART"].dt == date(2026, 3, 3)
    assert "DTEND" not in event


def test_a_group_that_never_met_has_an_empty_calendar(tmp_path: Path) -> None:
    assert feed(tmp_path, {"refertext.yml": SETTINGS}) == {}


def test_members_see_reviews_that_are_due_the_public_does_not(tmp_path: Path) -> None:
    texts = {"refertext.yml": SETTINGS, **PEOPLE, **REVIEWED}
    review = feed(tmp_path, texts)["reviews-ann-bob"]
    assert str(review["SUMMARY"]) == "Partnership review: Ann Lee and Bob Roy"
    assert review["DTSTART"].dt == date(2026, 4, 12)
    assert "review the partnership" in str(review["DESCRIPTION"])
    assert feed(tmp_path, texts, audience=Audience.PUBLIC) == {}


def test_what_is_late_is_for_today_under_the_same_identifier(tmp_path: Path) -> None:
    review = feed(tmp_path, {"refertext.yml": SETTINGS, **PEOPLE, **REVIEWED}, "2026-05-01")["reviews-ann-bob"]
    assert review["DTSTART"].dt == date(2026, 5, 1)
    assert str(review["SUMMARY"]).endswith(", due 12 Apr 2026")


def test_a_one_to_one_that_was_missed_is_for_today(tmp_path: Path) -> None:
    commitments = "commitments: [{measure: one-to-ones, at_least: 1, per: month, with: each member}]\n"
    texts = {
        "refertext.yml": SETTINGS,
        **PEOPLE,
        "agreements/meet.md": f"---\ntitle: We meet\nadopted: 2026-01-01\n{commitments}---\nText.\n",
        "meetings/2026/2026-01-02-ann-bob-aaaa.yml": "kind: one-to-one\ndate: 2026-01-02\nbetween: [ann, bob]\n",
    }
    one_to_one = feed(tmp_path, texts, "2026-03-10")["one-to-ones-ann-bob"]
    assert str(one_to_one["SUMMARY"]) == "One-to-one: Ann Lee and Bob Roy, due 28 Feb 2026"
    assert one_to_one["DTSTART"].dt == date(2026, 3, 10)
    assert str(one_to_one["TRANSP"]) == "TRANSPARENT"


@pytest.mark.parametrize("name", ["A;B,C\\D", "é" * 200, 'say "hi": now', "BEGIN:VEVENT"])
def test_any_name_stays_in_its_place(tmp_path: Path, name: str) -> None:
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    texts = {"refertext.yml": WEEKLY.replace("Small", f'"{quoted}"').replace("Café", f'"{quoted}"')}
    made = calendar(site_of(tmp_path, texts, "2026-03-04"))
    assert made.count(b"\r\n") == made.count(b"\n")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    events: list[Any] = Calendar.from_ical(made).walk("VEVENT")
    assert len(events) == 26
    assert {event["DTSTAMP"].dt for event in events} == {datetime(2026, 3, 4, tzinfo=UTC)}
    assert all(str(event["SUMMARY"]).endswith(": meeting") for event in events)


def test_identifiers_are_of_the_group_alone_and_stay(tmp_path: Path) -> None:
    def uids(name: str, as_of: str) -> set[str]:
        site = site_of(tmp_path, {"refertext.yml": WEEKLY.replace("Small", name)}, as_of)
        return {str(event["UID"]) for event in Calendar.from_ical(calendar(site)).walk("VEVENT")}

    first = uids("One", "2026-03-04")
    assert len(first & uids("One", "2026-03-11")) == 25
    assert not first & uids("Two", "2026-03-04")


def test_equal_records_make_equal_bytes(tmp_path: Path) -> None:
    texts = {"refertext.yml": WEEKLY, **PEOPLE, **REVIEWED}
    one, other = (calendar(site_of(tmp_path, texts, "2026-03-04")) for _ in range(2))
    assert one == other
