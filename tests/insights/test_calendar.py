"""The group's days: last meeting, next one, who is expected."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import group_of
from refertext.insights.acquaintance import longest_apart, next_round
from refertext.insights.calendar import (
    applies,
    expected_on,
    last_meeting,
    latecomers,
    meeting_on,
    meetings_ahead,
    next_meeting,
)
from refertext.measures import facts

SETTINGS = "group: A\ntimezone: UTC\ncurrency: USD\n"
WEEKLY = f"{SETTINGS}meets: {{every: week, weekday: thursday}}\nbreaks: [{{from: 2026-03-19, until: 2026-03-19}}]\n"


def meeting(day: str, more: str = "") -> dict[str, str]:
    return {f"meetings/2026/{day}-group.md": f"---\nkind: group\ndate: {day}\n{more}---\n"}


EXCUSED, CAME = "attendance: {ann: excused}\n", "attendance: {ann: late}\n"


def member(id_: str, more: str = "") -> dict[str, str]:
    return {f"members/{id_}.yml": f"name: {id_.title()}\nbusiness: B\njoined: 2026-01-01\n{more}"}


@pytest.mark.parametrize(
    ("settings", "files", "as_of", "expected"),
    [
        (SETTINGS, {}, "2026-03-11", None),
        (WEEKLY, {}, "2026-03-11", "2026-03-12"),
        (WEEKLY, {}, "2026-03-12", "2026-03-12"),  # today, while nothing tells of it
        (WEEKLY, meeting("2026-03-12", EXCUSED), "2026-03-12", "2026-03-12"),
        (WEEKLY, meeting("2026-03-12", CAME), "2026-03-12", "2026-03-26"),  # the 19th is in a break
        (WEEKLY, meeting("2026-03-12", "cancelled: yes\n"), "2026-03-12", "2026-03-26"),
        (WEEKLY, {"meetings/2026/2026-03-12-group.md": "---\nkind: ["}, "2026-03-12", "2026-03-26"),
        (WEEKLY, meeting("2026-03-05", "next: 2026-03-13\n"), "2026-03-12", "2026-03-13"),
        (SETTINGS, meeting("2026-03-05", "next: 2026-03-12\n"), "2026-03-12", "2026-03-12"),
        (SETTINGS, meeting("2026-03-05", "next: 2026-03-13\n"), "2026-03-11", "2026-03-13"),
        (WEEKLY, meeting("2026-03-05", "next: 2026-03-13\n"), "2026-03-11", "2026-03-13"),
        (WEEKLY, meeting("2026-03-05", "next: 2026-03-10\n"), "2026-03-11", "2026-03-12"),  # was not kept
        (WEEKLY, meeting("2026-03-05") | meeting("2026-03-14"), "2026-03-11", "2026-03-14"),  # recorded ahead
        (WEEKLY, meeting("2026-03-14", "cancelled: yes\n"), "2026-03-11", "2026-03-12"),
    ],
)
def test_the_next_meeting(settings: str, files: dict[str, str], as_of: str, expected: str | None) -> None:
    group = group_of({"refertext.yml": settings, **files}, date.fromisoformat(as_of))
    assert next_meeting(group) == (date.fromisoformat(expected) if expected else None)


@pytest.mark.parametrize(
    ("settings", "files", "as_of", "days"),
    [
        (SETTINGS, {}, "2026-03-11", []),
        (WEEKLY, {}, "2026-03-11", [12, 26]),  # the 19th is in a break
        (WEEKLY, {}, "2026-03-12", [12, 26]),  # today's is not recorded yet
        (WEEKLY, meeting("2026-03-12"), "2026-03-12", [12, 26]),
        (WEEKLY, meeting("2026-03-12", "cancelled: yes\n"), "2026-03-12", [26]),
        (WEEKLY, meeting("2026-03-05", "next: 2026-03-13\n"), "2026-03-11", [13, 26]),  # in place of the 12th
        (WEEKLY, meeting("2026-03-05", "next: 2026-03-13\n"), "2026-03-12", [13, 26]),
        (WEEKLY, meeting("2026-03-05", "next: 2026-03-11\n"), "2026-03-11", [11, 12, 26]),
        (WEEKLY, meeting("2026-03-26", "cancelled: yes\n"), "2026-03-11", [12]),
        (WEEKLY, meeting("2026-03-13") | meeting("2026-03-28"), "2026-03-11", [13, 26, 28]),
    ],
)
def test_meetings_ahead(settings: str, files: dict[str, str], as_of: str, days: list[int]) -> None:
    group = group_of({"refertext.yml": settings, **files}, date.fromisoformat(as_of))
    assert [day.day for day in meetings_ahead(group, date(2026, 3, 31))] == days


def test_who_looks_back_does_not_know_what_was_recorded_ahead() -> None:
    files = meeting("2026-03-05", "cancelled: yes\n") | meeting("2026-03-06")
    group = group_of({"refertext.yml": WEEKLY, **files}, date(2026, 3, 1))
    assert [day.day for day in meetings_ahead(group, date(2026, 3, 14))] == [5, 12]


def test_the_last_meeting_took_place_and_may_be_asked_before_a_day() -> None:
    files = meeting("2026-02-26") | meeting("2026-03-05", "cancelled: yes\n") | meeting("2026-03-14")
    group = group_of({"refertext.yml": SETTINGS, **files}, date(2026, 3, 11))
    assert (found := last_meeting(group)) is not None
    assert found.date == date(2026, 2, 26)
    assert last_meeting(group, date(2026, 2, 26)) is None
    assert meeting_on(group, date(2026, 3, 14)) is not None
    assert meeting_on(group, date(2026, 3, 5)) is None


@pytest.mark.parametrize(("attendance", "last"), [(CAME, 12), (EXCUSED, 5), ("", 5)])
def test_a_meeting_of_the_day_is_the_last_one_once_somebody_came(attendance: str, last: int) -> None:
    files = member("ann") | meeting("2026-03-05") | meeting("2026-03-12", attendance)
    found = last_meeting(group_of({"refertext.yml": WEEKLY, **files}, date(2026, 3, 12)))
    assert found is not None
    assert found.date.day == last


@pytest.mark.parametrize(
    ("joined", "expected"),
    [
        ({"ann": "2025-01-09", "bob": "2026-02-01", "cid": "2026-03-02"}, ["bob", "cid"]),
        ({"bob": "2026-02-01", "cid": "2026-02-28", "dee": "2026-02-28"}, []),  # all began together
        ({"bob": "2026-02-01", "cid": "2026-03-01", "dee": "2026-02-28"}, ["cid"]),  # four weeks after the first
    ],
)
def test_newcomers_are_those_who_came_to_others(joined: dict[str, str], expected: list[str]) -> None:
    files = {f"members/{id_}.yml": f"name: {id_}\nbusiness: B\njoined: {day}\n" for id_, day in joined.items()}
    group = group_of({"refertext.yml": SETTINGS, **files})
    assert [one.record.id for one in latecomers(facts(group), group.as_of)] == expected


def test_who_drifts_away_is_looked_after_though_all_are_new() -> None:
    absent = "attendance: {bob: absent, cid: present}\n"
    files = meeting("2026-02-26", absent) | meeting("2026-03-05", absent)
    files |= {f"members/{id_}.yml": f"name: {id_}\nbusiness: B\njoined: 2026-02-20\n" for id_ in ("bob", "cid")}
    group = group_of({"refertext.yml": SETTINGS, **files})
    assert [one.record.id for one in latecomers(facts(group), group.as_of)] == ["bob"]


def test_expected_are_the_members_of_the_day_who_are_not_on_leave() -> None:
    files = {
        **member("ann"),
        **member("bob", "left: {date: 2026-03-10}\n"),
        **member("cid", "leave: [{from: 2026-03-01, until: 2026-03-31}]\n"),
        "members/dee.yml": "name: Dee\nbusiness: B\n",
    }
    group = group_of({"refertext.yml": SETTINGS, **files})
    assert [m.id for m in expected_on(group, date(2026, 3, 10))] == ["ann", "bob"]
    assert [m.id for m in expected_on(group, date(2026, 3, 12))] == ["ann"]
    assert [m.id for m in expected_on(group, date(2026, 4, 1))] == ["ann", "cid"]


def one_to_one(day: str, one: str, other: str) -> dict[str, str]:
    return {
        f"meetings/2026/{day}-{one}-{other}-zzzz.yml": f"kind: one-to-one\ndate: {day}\nbetween: [{one}, {other}]\n"
    }


def test_those_who_have_not_met_for_longest_sit_down_next_everybody_once() -> None:
    ids = ["ann", "bob", "cid", "dee", "eve"]
    files = {file: text for id_ in ids for file, text in member(id_).items()}
    files |= one_to_one("2026-01-05", "ann", "bob") | one_to_one("2026-02-05", "ann", "cid")
    files |= one_to_one("2026-02-06", "ann", "dee") | one_to_one("2026-04-01", "ann", "eve")
    group = group_of({"refertext.yml": SETTINGS, **files})
    apart = longest_apart(group, ids)
    assert [(pair.members, pair.last) for pair in apart][-3:] == [
        (("ann", "bob"), date(2026, 1, 5)),
        (("ann", "cid"), date(2026, 2, 5)),
        (("ann", "dee"), date(2026, 2, 6)),
    ]
    assert apart[0].members == ("ann", "eve")  # their one-to-one is still to come
    assert [pair.members for pair in next_round(group, ids)] == [("ann", "eve"), ("bob", "cid")]
    assert next_round(group, ["ann"]) == []


def test_who_owes_each_other_a_one_to_one_comes_first() -> None:
    ids = ["ann", "bob", "cid"]
    files = {file: text for id_ in ids for file, text in member(id_).items()}
    files |= one_to_one("2026-02-06", "ann", "cid") | one_to_one("2026-02-10", "bob", "cid")
    files |= one_to_one("2026-02-28", "ann", "bob")
    files |= {"partnerships/bob--cid.yml": "between: [bob, cid]\nkind: power\nsince: 2026-01-01\n"}
    monthly = "commitments: [{measure: one-to-ones, at_least: 1, per: month, with: each power partner}]"
    agreed = {"agreements/a.md": f"---\ntitle: T\nadopted: 2026-01-01\n{monthly}\n---\n"}
    for more, pair in (({}, ("ann", "cid")), (agreed, ("bob", "cid"))):
        group = group_of({"refertext.yml": SETTINGS, **files, **more}, date(2026, 4, 1))
        assert [one.members for one in next_round(group, ids)] == [pair]


TALKED = "path: [{date: 2026-02-10, how: conversation, outcome: may come}]\n"


@pytest.mark.parametrize(
    ("more", "as_of", "expected"),
    [
        # no day says since when: a candidate now, and nobody knows of before
        ("", "2026-03-11", True),
        ("", "2026-03-10", False),
        ("", "2020-01-01", False),
        (TALKED, "2026-02-10", True),
        (TALKED, "2026-02-09", False),
        (f"joined: 2026-03-05\n{TALKED}", "2026-03-04", True),
        (f"joined: 2026-03-05\n{TALKED}", "2026-03-05", False),
        ("joined: 2026-03-05\n", "2026-03-04", False),
        ("joined: 2026-04-02\n", "2026-03-11", False),
        (f"{TALKED}left: {{date: 2026-03-01}}\n", "2026-03-11", False),
        (f"{TALKED}earlier: [{{joined: 2024-01-01, left: 2024-12-31}}]\n", "2026-03-11", False),
    ],
)
def test_who_is_on_the_way_into_the_group(more: str, as_of: str, expected: bool) -> None:
    texts = {"refertext.yml": SETTINGS, "members/dee.yml": f"name: Dee\nbusiness: B\n{more}"}
    group = group_of(texts, date.fromisoformat(as_of))
    assert applies(group, group.members["dee"]) is expected
