"""substitute-without-name."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.meeting_days import held_meetings
from refertext.problem import Place, Problem, Severity
from refertext.rules.meetings.sentences import finished_entry
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def substitute_without_name(group: Group) -> Iterator[Problem]:
    """A substitute came, but nothing says who.

    A substitute hears what is said in the room and may be the next candidate. With the name one can thank
    them, and see that they do not compete with another member.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz: substitute  # expect: substitute-without-name
    ```

    ## Good

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:
      brian-cho: present
      kit-larsen: present
      lee-ortiz:
        status: substitute
        name: Jo Reed
    ```
    """
    for meeting in held_meetings(group):
        for id_, attended in meeting.attendance.items():
            if attended.status == "substitute" and not attended.name:
                yield Problem(
                    f"Somebody stood in for {group.name(id_)} on {meeting.date}, but is not named",
                    Place(meeting.file, ("attendance", id_)),
                    f"write {finished_entry(id_, attended, name='NAME')} with the substitute's name",
                )
