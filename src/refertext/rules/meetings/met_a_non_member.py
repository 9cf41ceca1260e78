"""met-a-non-member."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.non_members import Outsider
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.non_members import non_members
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def met_a_non_member(group: Group) -> Iterator[Problem]:
    """A one-to-one or a review names somebody who had left the group.

    One-to-ones count for members, and with candidates they are part of getting to know each other. With a
    former member it is a good habit but no one-to-one; mostly the day or the name is wrong.

    Whom more than five places name so, of them it is told once, in their own file: its days are wrong. Where the name
    of a record's file says another day than the record, only that is told.

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
    yield from non_members(group, ("one-to-one", "review"), _told)


def _told(one: Outsider) -> Problem:
    member = one.member
    return Problem(
        f"The {one.role} of {one.day} names {member.name}, who {one.why}",
        one.place,
        "correct the name or the day; what was not between members needs no record here",
        (See(one.why, Place(member.file, ("left", "date"))),),
    )
