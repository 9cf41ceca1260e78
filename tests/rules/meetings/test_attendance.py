from __future__ import annotations

from datetime import date

import pytest

from conftest import group_of
from refertext.check import check
from refertext.rules.meetings.absent_without_notice import absent_without_notice
from refertext.rules.meetings.attendance_of_a_non_member import attendance_of_a_non_member
from refertext.rules.meetings.member_unaccounted_for import member_unaccounted_for
from refertext.rules.meetings.present_on_leave import present_on_leave
from refertext.rules.meetings.presented_but_absent import presented_but_absent
from refertext.rules.meetings.substitute_without_name import substitute_without_name

MEETING = "meetings/2026/2026-03-05-group.md"
ALL_BUT_LEE = "brian-cho: present, kit-larsen: late"


def found(cast: dict[str, str], attendance: str, lee: str = "", more: str = "", as_of: str = "2026-03-11") -> set[str]:
    """The rules that find something at the meeting of 2026-03-05, with more keys in Lee's record."""
    texts = {
        MEETING: f"---\nkind: group\ndate: 2026-03-05\nattendance: {{{attendance}}}\n{more}\n---\n",
        "members/lee-ortiz.md": cast["members/lee-ortiz.md"].replace("name:", f"{lee}\nformer_ids: [lee]\nname:", 1),
    }
    rules = [
        absent_without_notice,
        attendance_of_a_non_member,
        member_unaccounted_for,
        present_on_leave,
        presented_but_absent,
        substitute_without_name,
    ]
    findings = check(group_of(cast | texts, date.fromisoformat(as_of)), rules)
    return {finding.rule for finding in findings if finding.problem.place.file == MEETING}


LEFT = "left: {date: 2026-03-04}"
ON_LEAVE = "leave: [{from: 2026-03-05, until: 2026-03-05}]"


@pytest.mark.parametrize(
    ("entry", "lee", "expected"),
    [
        ("lee-ortiz: present", "", set()),
        ("lee: late", "", set()),
        ("lee-ortiz: excused", "", set()),
        ("lee-ortiz: {status: absent, notice: 2026-03-05}", "", set()),
        ("lee-ortiz: {status: substitute, name: Jo Reed}", "", set()),
        ("lee-ortiz: absent", ON_LEAVE, set()),
        ("nobody-known: absent", LEFT, set()),
        ("", LEFT, set()),
        ("", ON_LEAVE, set()),
        ("lee-ortiz: present", "left: {date: 2026-03-05}", set()),
        ("lee-ortiz: {status: absent, notice: 2026-03-12}", "", set()),  # told by future-date
        ("", "", {"member-unaccounted-for"}),
        ("lee: absent", "", {"absent-without-notice"}),
        ("lee-ortiz: {status: absent, notice: 2026-03-06}", "", {"absent-without-notice"}),
        ("lee-ortiz: {status: absent, notice: 2026-03-11}", "", {"absent-without-notice"}),
        ("lee-ortiz: substitute", "", {"substitute-without-name"}),
        ("lee-ortiz: late", ON_LEAVE, {"present-on-leave"}),
        ("lee: absent", LEFT, {"attendance-of-a-non-member"}),
        ("lee-ortiz: present, dana-wolfe: present", "", {"attendance-of-a-non-member"}),
    ],
)
def test_one_entry(cast: dict[str, str], entry: str, lee: str, expected: set[str]) -> None:
    assert found(cast, f"{ALL_BUT_LEE}, {entry}".rstrip(", "), lee) == expected


@pytest.mark.parametrize(
    ("entry", "presented", "expected"),
    [
        ("lee-ortiz: present", "lee-ortiz", set()),
        ("lee: late", "lee-ortiz", set()),
        ("lee-ortiz: {status: substitute, name: Jo Reed}", "lee", set()),
        ("lee-ortiz: present", "dana-wolfe", set()),  # a visitor may present
        ("lee: excused", "lee-ortiz", {"presented-but-absent"}),
        ("lee-ortiz: {status: absent, notice: 2026-03-04}", "lee", {"presented-but-absent"}),
        ("", "kit-larsen, lee", {"presented-but-absent"}),
    ],
)
def test_who_presented(cast: dict[str, str], entry: str, presented: str, expected: set[str]) -> None:
    attendance = f"{ALL_BUT_LEE}, {entry}".rstrip(", ")
    assert found(cast, attendance, more=f"presented: [{presented}]") == expected


def test_absences_are_told_for_thirteen_weeks(cast: dict[str, str]) -> None:
    assert found(cast, f"{ALL_BUT_LEE}, lee-ortiz: absent", as_of="2026-06-03") == {"absent-without-notice"}
    assert found(cast, f"{ALL_BUT_LEE}, lee-ortiz: absent", as_of="2026-06-04") == set()


def test_a_meeting_recorded_ahead(cast: dict[str, str]) -> None:
    """What is announced for a meeting is no record of it, until its day is over."""
    announced = "lee-ortiz: {status: absent, notice: 2026-03-02}"
    assert found(cast, announced, as_of="2026-03-04") == set()
    assert found(cast, announced, as_of="2026-03-05") == set()
    assert found(cast, announced, as_of="2026-03-06") == {"member-unaccounted-for"}
    assert found(cast, "", as_of="2026-03-05") == set()
    assert found(cast, "", as_of="2026-03-06") == {"member-unaccounted-for"}


def test_a_cancelled_meeting(cast: dict[str, str]) -> None:
    assert found(cast, "lee-ortiz: absent, dana-wolfe: absent", more="cancelled: yes") == set()


def test_colleagues_who_share_a_seat(cast: dict[str, str]) -> None:
    seat = "seat: {category: people/payroll, services: [payroll], shared_with: [kit-larsen]}"
    lee = cast["members/lee-ortiz.md"].split("joined:")
    shared = f"---\nname: Lee Ortiz\nbusiness: Ortiz Payroll\n{seat}\njoined:{lee[1]}"
    assert found(cast | {"members/lee-ortiz.md": shared}, ALL_BUT_LEE) == set()


def test_all_who_are_missing_are_named(cast: dict[str, str]) -> None:
    text = "---\nkind: group\ndate: 2026-03-05\nattendance: {lee-ortiz: present}\n---\n"
    (finding,) = check(group_of(cast | {MEETING: text}), [member_unaccounted_for])
    assert finding.problem.message.endswith("attended: Brian Cho and Kit Larsen")


@pytest.mark.parametrize(
    ("entry", "file", "name", "mend"),
    [
        ("lee-ortis: present", "", "", None),  # told by unknown-member
        ("lee-ortiz: present", "members/lee-ortiz-2.md", "lee  ortiz", None),
        ("lee-ortiz: present", "members/Ann Lee.md", "Ann Lee", None),  # told by id-form
        ("", "", "", "lee-ortiz"),
        ("", "members/Ann Lee.md", "Ann Lee", "lee-ortiz"),
        ("lee-ortiz: present", "members/ann-lee.md", "Ann Lee", "ann-lee"),
    ],
)
def test_who_is_asked_for(cast: dict[str, str], entry: str, file: str, name: str, mend: str | None) -> None:
    texts = {MEETING: f"---\nkind: group\ndate: 2026-03-05\nattendance: {{{ALL_BUT_LEE}, {entry}}}\n---\n"}
    if file:
        texts[file] = cast["members/lee-ortiz.md"].replace("name: Lee Ortiz", f"name: {name}")
    problems = [found.problem for found in check(group_of(cast | texts), [member_unaccounted_for])]
    assert [problem.mend.partition("example ")[2].partition(":")[0] for problem in problems] == [mend] * bool(mend)
