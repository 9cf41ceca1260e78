"""Grids: whose rows there are, in which windows."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import group_of
from refertext.insights.grid import grid, members_in, months_in, pairs_in, with_the_whole_month
from refertext.measures import Window, facts
from refertext.measures.registry import all_measures
from small import meeting, members, small

SETTINGS = {"refertext.yml": "group: A\ntimezone: UTC\ncurrency: USD\n"}
MEMBERS = {
    f"members/{id_}.yml": f"name: {id_.title()}\nbusiness: B\n{more}"
    for id_, more in {
        "ann": "joined: 2026-01-01\n",
        "bob": "joined: 2026-01-01\nleft: {date: 2026-02-10}\n",
        "cid": "joined: 2026-03-01\n",
        "dee": "",
    }.items()
}


def lead(day: str, giver: str, receiver: str) -> dict[str, str]:
    text = f"kind: lead\ndate: {day}\nfrom: {giver}\nto: {receiver}\nabout: a firm\n"
    return {f"referrals/2026/{day}-{giver}-{receiver}-zzzz.yml": text}


def window(first: str, last: str) -> Window:
    return Window(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("first", "last", "ids"),
    [
        ("2025-01-01", "2025-12-31", []),
        ("2026-01-01", "2026-02-09", ["ann", "bob"]),
        ("2026-02-10", "2026-02-10", ["ann", "bob"]),
        ("2026-02-11", "2026-02-28", ["ann"]),
        ("2026-02-11", "2026-03-01", ["ann", "cid"]),
    ],
)
def test_by_member_are_those_who_were_members_on_some_day(first: str, last: str, ids: list[str]) -> None:
    assert members_in(facts(group_of(SETTINGS | MEMBERS)), window(first, last)) == ids


def test_by_pair_are_those_between_whom_there_was_anything() -> None:
    files = SETTINGS | MEMBERS | lead("2026-01-05", "bob", "ann") | lead("2026-03-05", "ann", "cid")
    known = facts(group_of(files))
    assert pairs_in(known, window("2026-01-01", "2026-03-10")) == [("ann", "bob"), ("ann", "cid")]
    assert pairs_in(known, window("2026-02-01", "2026-03-10")) == [("ann", "cid")]
    rows = grid(known, "pair", window("2026-01-01", "2026-03-10"), [all_measures()["contributions"]]).rows
    assert [row.values[0].amount for row in rows if row.values[0]] == [0, 1, 1, 0]


def test_partners_are_a_pair_though_nobody_did_anything() -> None:
    """Fulfilment of those who promised and gave nothing is what one looks for."""
    cycle = "cycles: [{from: 2026-01-10, until: 2026-01-31, promise: {ann: 2}}]\n"
    partners = {"partnerships/ann--bob.yml": f"between: [bob, ann]\nsince: 2026-01-10\n{cycle}"}
    known = facts(group_of(SETTINGS | MEMBERS | partners))
    assert pairs_in(known, window("2026-01-01", "2026-03-10")) == [("ann", "bob")]
    assert pairs_in(known, window("2026-01-01", "2026-01-09")) == []  # not yet partners
    assert pairs_in(known, window("2026-02-11", "2026-03-10")) == []  # Bob has left
    rows = grid(known, "pair", window("2026-01-01", "2026-03-10"), [all_measures()["fulfilment"]]).rows
    assert [row.values[0].amount for row in rows if row.values[0]] == [0, None]


def test_by_month_the_first_and_the_last_may_be_cut_off() -> None:
    assert [str(month) for month in months_in(window("2025-12-15", "2026-02-03"))] == [
        "2025-12-15 to 2025-12-31",
        "2026-01-01 to 2026-01-31",
        "2026-02-01 to 2026-02-03",
    ]


def test_by_month_nothing_is_said_of_the_time_before_records_begin() -> None:
    """The first meeting is on 10 February, so the whole of February is shown, and nothing of January."""
    met = meeting("2026-02-10-group", "02-10", attendance={"kit": "present"})
    known = small(members("kit"), met, as_of="03-11")
    days = with_the_whole_month(window("2025-12-15", "2026-03-11"))
    assert str(days) == "2025-12-01 to 2026-03-11"
    rows = grid(known, "month", days, [all_measures()["meetings-held"]]).rows
    assert [(str(row.window), row.values[0].amount if row.values[0] else None) for row in rows] == [
        ("2026-02-01 to 2026-02-28", 1),
        ("2026-03-01 to 2026-03-11", 0),
    ]
    assert grid(small(members("kit"), as_of="03-11"), "month", days).rows == ()


def test_a_measure_not_made_for_a_row_leaves_it_empty() -> None:
    known = facts(group_of(SETTINGS | MEMBERS))
    shown = grid(known, "member", window("2026-01-01", "2026-03-10"), [all_measures()["meetings-held"]])
    assert [row.values for row in shown.rows] == [(None,), (None,), (None,)]
