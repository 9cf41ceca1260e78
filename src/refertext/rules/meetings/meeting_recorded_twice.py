"""meeting-recorded-twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.group.ids import is_misdated
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Meeting
from refertext.rules.rule import rule
from refertext.text.wording import listed

_Who = tuple[str, ...]


@rule(Severity.WARNING)
def meeting_recorded_twice(group: Group) -> Iterator[Problem]:
    """One meeting stands in two files.

    Mostly two members wrote it down, or a computer made a copy. Every number counts it twice, and who is missing in
    one of the files seems to have been absent. The group meets once a day, and two who talk twice on a day have one
    one-to-one. A meeting that was cancelled does not count.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-group-2.md"
    ---
    kind: group
    date: 2026-03-05  # expect: meeting-recorded-twice
    next: 2026-03-12
    next_presenter: brian-cho
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz: present
    presented: [kit-larsen]
    ---
    ```

    ## Bad: a one-to-one

    ```yaml title="meetings/2026/2026-02-19-lee-ortiz-brian-cho-r4t6.md"
    ---
    kind: one-to-one
    date: 2026-02-19  # expect: meeting-recorded-twice
    between: [lee-ortiz, brian-cho]
    ---
    ```

    ## Good

    ```yaml title="meetings/2026/2026-02-19-lee-ortiz-kit-larsen-r4t6.md"
    ---
    kind: one-to-one
    date: 2026-02-19
    between: [lee-ortiz, kit-larsen]
    ---
    ```
    """
    first: dict[tuple[str, date, _Who], Meeting] = {}
    for _, meeting in sorted(group.meetings.items()):
        who = _who(group, meeting)
        if who is None or not meeting.took_place or is_misdated(meeting.id, meeting.date):
            continue
        other = first.setdefault((meeting.kind, meeting.date, who), meeting)
        if other is not meeting:
            yield Problem(
                f"{_called(group, meeting, who)} on {meeting.date} stands in {other.file} already",
                Place(meeting.file, ("date",)),
                f"move what is new to {other.file}, and remove this file",
                (See("it stands here first", Place(other.file, ("date",))),),
            )


def _who(group: Group, meeting: Meeting) -> _Who | None:
    """The present ids of those who met, in order; nobody for a group meeting, None where that cannot be told."""
    if meeting.kind == "group":
        return ()
    who = tuple(sorted({group.resolve("members", id_) for id_ in meeting.between}))
    return who if len(who) > 1 else None


def _called(group: Group, meeting: Meeting, who: _Who) -> str:
    return f"The {meeting.kind} of {listed([group.name(id_) for id_ in who])}" if who else "The group meeting"
