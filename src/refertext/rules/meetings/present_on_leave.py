"""present-on-leave."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.meeting_days import held_meetings
from refertext.problem import Place, Problem, See, Severity
from refertext.records.meeting import IN_PERSON
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def present_on_leave(group: Group) -> Iterator[Problem]:
    """A member attended while on leave.

    That is fine for the group, but not for its numbers: meetings during a leave do not count. Mostly the
    leave was shorter than planned and nobody wrote it down.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    leave:
      - from: 2026-02-09
        until: 2026-03-08
        why: operation
    ```

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz: present  # expect: present-on-leave
    ```

    ## Good

    ```yaml title="members/lee-ortiz.md"
    leave:
      - from: 2026-02-09
        until: 2026-03-04
        why: operation
    ```

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz: present
    ```
    """
    for meeting in held_meetings(group):
        day = meeting.date
        for id_, attended in meeting.attendance.items():
            member = group.member(id_) if attended.status in IN_PERSON else None
            if member is None or not member.was_member_on(day):
                continue
            for number, leave in enumerate(member.leave):
                if leave.from_ <= day <= leave.until:
                    yield Problem(
                        f"{member.name} attended on {day}, but was on leave from {leave.from_} to {leave.until}",
                        Place(meeting.file, ("attendance", id_)),
                        f"correct the leave in {member.file}, or the attendance here",
                        (See("the leave", Place(member.file, ("leave", number, "from"))),),
                    )
