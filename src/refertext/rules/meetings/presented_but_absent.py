"""presented-but-absent."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.meeting_days import held_meetings
from refertext.group.unsaid import strangers
from refertext.problem import Place, Problem, See, Severity
from refertext.records import Meeting, Member
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def presented_but_absent(group: Group) -> Iterator[Problem]:
    """Somebody presented at a meeting that they did not attend.

    One of the two is wrong. Mostly two members swapped their turns, and the plan was written down instead
    of what happened. While attendance names an id that is nobody's, nobody can tell whose entry is missing.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: excused
      lee-ortiz: present
    presented: [kit-larsen]  # expect: presented-but-absent
    ```

    ## Bad: no entry

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      lee-ortiz: present
    presented: [kit-larsen]  # expect: presented-but-absent
    ```

    ## Good

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: excused
      lee-ortiz: present
    presented: [lee-ortiz]
    ```
    """
    for meeting in held_meetings(group):
        if not meeting.attendance or not meeting.presented:
            continue
        is_complete = not strangers(group, meeting)
        entries = {group.resolve("members", id_): id_ for id_ in meeting.attendance}
        for number, id_ in enumerate(meeting.presented):
            member = group.member(id_)
            if member and member.was_member_on(meeting.date) and (member.id in entries or is_complete):
                yield from _problems(meeting, number, member, entries.get(member.id))


def _problems(meeting: Meeting, number: int, member: Member, entry: str | None) -> Iterator[Problem]:
    place = Place(meeting.file, ("presented", number))
    if entry is None:
        message = f"{member.name} presented on {meeting.date}, but has no entry under attendance"
        yield Problem(message, place, f"write under attendance: {member.id}: present, or name who presented")
    elif (status := meeting.attendance[entry].status) in ("absent", "excused"):
        yield Problem(
            f"{member.name} presented on {meeting.date}, but was {status}",
            place,
            "name who presented, or correct the attendance",
            (See(f"{status} here", Place(meeting.file, ("attendance", entry))),),
        )
