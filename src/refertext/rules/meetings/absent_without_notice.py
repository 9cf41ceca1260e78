"""absent-without-notice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.group.meeting_days import held_meetings
from refertext.problem import Place, Problem, Severity
from refertext.records import Meeting
from refertext.records.meeting import Attendance
from refertext.rules.meetings.sentences import finished_entry
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def absent_without_notice(group: Group) -> Iterator[Problem]:
    """A member was absent and had not said so before.

    Things come up; a short message before the meeting is enough, and the chair is filled or the agenda
    changed. It is reported for 13 weeks, because later nobody can mend it.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz: absent  # expect: absent-without-notice
    ```

    ## Bad: only afterwards

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz:
        status: absent
        notice: 2026-03-06  # expect: absent-without-notice
    ```

    ## Good

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz:
        status: absent
        notice: 2026-03-04
    ```
    """
    for meeting in held_meetings(group):
        if not group.is_recent(meeting.date):
            continue
        for id_, attended in meeting.attendance.items():
            if attended.status == "absent" and _was_expected(group, id_, meeting.date):
                yield from _problems(group, meeting, id_, attended)


def _was_expected(group: Group, id_: str, day: date) -> bool:
    member = group.member(id_)
    return member is not None and member.was_expected_on(day)


def _problems(group: Group, meeting: Meeting, id_: str, attended: Attendance) -> Iterator[Problem]:
    name, file, day, notice = group.name(id_), meeting.file, meeting.date, attended.notice
    if notice is None:
        entry = finished_entry(id_, attended, notice="DAY")
        yield Problem(
            f"{name} was absent on {day} and had not said so before",
            Place(file, ("attendance", id_)),
            f"if {name} did say so, write {entry} with the day of it; else talk about it",
        )
    elif day < notice <= group.as_of:
        yield Problem(
            f"{name} was absent on {day} and said so only on {notice}",
            Place(file, ("attendance", id_, "notice")),
            "correct the day if it is wrong; else talk about it",
        )
