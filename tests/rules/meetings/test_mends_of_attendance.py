"""What is said to write about an entry is written to the letter, and nothing is found any more."""

from __future__ import annotations

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.meetings.absent_without_notice import absent_without_notice
from refertext.rules.meetings.presented_but_absent import presented_but_absent
from refertext.rules.meetings.substitute_without_name import substitute_without_name
from refertext.rules.meetings.visitor_is_member import visitor_is_member
from small import day, member, members

FILE = "meetings/2026/2026-03-05-group.yml"
RULES = [absent_without_notice, presented_but_absent, substitute_without_name, visitor_is_member]


def mends(attendance: str, more: str = "") -> list[str]:
    """What all rules about entries ask for at one meeting; the file has no errors."""
    text = f"kind: group\ndate: 2026-03-05\nattendance:\n  {attendance}\n{more}"
    group = group_of(members("kit") | member("lee", former=["leo"]) | {FILE: text}, day("03-11"))
    assert not any(group.flaws.values())
    return [found.problem.mend for found in check(group, RULES)]


@pytest.mark.parametrize(
    ("entry", "wanted", "with_it", "filled"),
    [
        ("lee: absent", "lee: {status: absent, notice: DAY}", " with the day of it", {"DAY": "2026-03-04"}),
        ("leo: {status: absent}", "leo: {status: absent, notice: DAY}", " with the day of it", {"DAY": "2026-03-04"}),
        ("lee: substitute", "lee: {status: substitute, name: NAME}", " with the substitute's name", {"NAME": "Jo R"}),
        (
            'lee: {status: substitute, business: "Smith, Reed"}',
            'lee: {status: substitute, business: "Smith, Reed", name: NAME}',
            " with the substitute's name",
            {"NAME": "Jo R"},
        ),
    ],
)
def test_the_finished_line_settles_it(entry: str, wanted: str, with_it: str, filled: dict[str, str]) -> None:
    [mend] = mends(entry)
    assert f"write {wanted}{with_it}" in mend
    for word, own in filled.items():
        wanted = wanted.replace(word, own)
    assert mends(wanted) == []


VISITOR = "visitors: [{name: Lee}]\n"


@pytest.mark.parametrize(
    ("entry", "mend", "after"),
    [
        (
            "kit: present",
            "write under attendance: lee: present, and remove the visitor",
            "kit: present\n  lee: present",
        ),
        ("leo: late", "remove the visitor: under attendance stands leo: late already", "leo: late"),
        (
            "lee: excused",
            "remove the visitor; and if Lee came, write lee: present in place of excused",
            "lee: present",
        ),
    ],
)
def test_a_visitor_who_is_under_attendance_already(entry: str, mend: str, after: str) -> None:
    assert mends(entry, VISITOR) == [mend]
    assert mends(after) == []


@pytest.mark.parametrize(
    ("entries", "count"),
    [("kit: present", 1), ("kit: present\n  le: present", 0), ("lee: excused\n  ki: present", 1)],
)
def test_who_presented_waits_for_ids_that_are_nobodys(entries: str, count: int) -> None:
    assert len(mends(entries, "presented: [lee]\n")) == count
