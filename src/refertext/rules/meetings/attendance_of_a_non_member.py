"""attendance-of-a-non-member."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.non_members import Outsider
from refertext.problem import Problem, Severity
from refertext.rules.non_members import non_members
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def attendance_of_a_non_member(group: Group) -> Iterator[Problem]:
    """Somebody's attendance is recorded on a day on which they were no member.

    Attendance is a promise of members. Candidates and former members are welcome as visitors, and are
    written down as such, so that the group sees who brought whom.

    Whom more than five places name so, of them it is told once, in their own file: its days are wrong. Where the name
    of a record's file says another day than the record, only that is told.

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
    yield from non_members(group, ("attendance",), _told)


def _told(one: Outsider) -> Problem:
    name = one.member.name
    return Problem(
        f"{name} is listed under attendance on {one.day}, but {one.why}",
        one.place,
        f"move it to visitors: as name: {name}, or correct the days in {one.member.file}",
    )
