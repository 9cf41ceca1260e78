"""met-a-non-member."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def met_a_non_member(group: Group) -> Iterator[Problem]:
    """A one-to-one or a review names somebody who had left the group.

    One-to-ones count for members, and with candidates they are part of getting to know each other. With a
    former member it is a good habit but no one-to-one; mostly the day or the name is wrong.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    left:
      date: 2026-01-31
    ```

    ```yaml title="meetings/2026/2026-02-19-brian-cho-lee-ortiz-q2w8.md"
    between:
      - brian-cho
      - lee-ortiz  # expect: met-a-non-member
    ```

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
    ```

    ## Good

    ```yaml title="members/lee-ortiz.md"
    left:
      date: 2026-02-28
    ```

    ```yaml title="meetings/2026/2026-02-19-brian-cho-lee-ortiz-q2w8.md"
    between:
      - brian-cho
      - lee-ortiz
    ```

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
    ```
    """
    for meeting in group.meetings.values():
        if meeting.kind not in ("one-to-one", "review") or meeting.cancelled == "yes" or meeting.date > group.as_of:
            continue
        for number, id_ in enumerate(meeting.between):
            member = group.member(id_)
            if member and member.last_day and member.last_day < meeting.date:
                yield Problem(
                    f"The {meeting.kind} of {meeting.date} names {member.name}, who left on {member.last_day}",
                    Place(meeting.file, ("between", number)),
                    "correct the name or the day; what was not between members needs no record here",
                    (See(f"left on {member.last_day}", Place(member.file, ("left", "date"))),),
                )
