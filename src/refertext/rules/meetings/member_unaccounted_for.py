"""member-unaccounted-for."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.minutes import unaccounted
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.text.wording import listed


@rule(Severity.WARNING)
def member_unaccounted_for(group: Group) -> Iterator[Problem]:
    """A meeting does not say whether a member was there.

    No entry counts as absent, and that may be unjust. So everybody who was a member that day and not on
    leave is written down; of colleagues who share a seat one is enough.

    ## Bad

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:  # expect: member-unaccounted-for
      brian-cho: present
      kit-larsen: present
    ```

    ## Bad: nobody at all

    ```yaml title="meetings/2026/2026-03-05-group.md"
    attendance:  # expect: member-unaccounted-for
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
    for one in unaccounted(group):
        if one.members:
            names = listed([member.name for member in one.members])
            said = f"The meeting of {one.meeting.date} does not say whether these members attended: {names}"
            yield Problem(said, one.owed.place, f"add {one.owed.write}")
        else:
            said = f"Nobody is accounted for at the meeting of {one.meeting.date}"
            yield Problem(said, one.owed.place, f"write {one.owed.write}")
