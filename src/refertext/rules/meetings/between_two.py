"""between-two."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Part, Place, Problem, Severity
from refertext.records import Meeting
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def between_two(group: Group) -> Iterator[Problem]:
    """A one-to-one or a review is not between two members.

    It counts for the two who met and for nobody else. When three had lunch together, that is fine: record
    it once for each pair that really talked. A visit to a workplace may have more guests.

    ## Bad

    ```yaml title="meetings/2026/2026-02-24-lunch-r4t6.md"
    ---
    kind: one-to-one
    date: 2026-02-24
    between: [kit-larsen]  # expect: between-two
    ---
    ```

    ## Bad: met oneself

    ```yaml title="meetings/2026/2026-02-24-lunch-r4t6.md"
    ---
    kind: one-to-one
    date: 2026-02-24
    between: [kit-larsen, kit-larsen]  # expect: between-two
    ---
    ```

    ## Good

    ```yaml title="meetings/2026/2026-02-24-lunch-r4t6.md"
    ---
    kind: one-to-one
    date: 2026-02-24
    between: [kit-larsen, lee-ortiz]
    ---
    ```
    """
    for meeting in group.meetings.values():
        if meeting.kind == "group" or (meeting.kind == "visit" and meeting.attendance):
            continue
        different = len({group.resolve("members", id_) for id_ in meeting.between})
        if different < 2 or (meeting.kind != "visit" and len(meeting.between) > 2):
            yield Problem(
                f"This {meeting.kind} is to name two members, but {_said(group, meeting, different)}",
                Place(meeting.file, ("between",), Part.KEY),
                "write between: and two ids in brackets, for example between: [brian-cho, kit-larsen]",
            )


def _said(group: Group, meeting: Meeting, different: int) -> str:
    if different == 0:
        return "nobody is named"
    if different == 1:
        return f"only {group.name(meeting.between[0])} is named"
    return f"{len(meeting.between)} are named"
