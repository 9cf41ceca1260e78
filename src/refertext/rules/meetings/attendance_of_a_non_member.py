"""attendance-of-a-non-member."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.meeting_days import held_meetings
from refertext.group.non_members import why_no_member
from refertext.problem import Part, Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def attendance_of_a_non_member(group: Group) -> Iterator[Problem]:
    """Somebody's attendance is recorded on a day on which they were no member.

    Attendance is a promise of members. Candidates and former members are welcome as visitors, and are
    written down as such, so that the group sees who brought whom.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz: present
      dana-wolfe: present  # expect: attendance-of-a-non-member
    ```

    ## Good

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz: present
    visitors:
      - name: Dana Wolfe
        invited_by: kit-larsen
    ```
    """
    for meeting in held_meetings(group):
        for id_ in meeting.attendance:
            member = group.member(id_)
            if member and (why := why_no_member(member, meeting.date)):
                yield Problem(
                    f"{member.name} is listed under attendance on {meeting.date}, but {why}",
                    Place(meeting.file, ("attendance", id_), Part.KEY),
                    f"move it to visitors: as name: {member.name}, or correct the days in {member.file}",
                )
