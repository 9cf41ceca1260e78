"""cooling-off."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.group.memberships import last_left_before
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def cooling_off(group: Group) -> Iterator[Problem]:
    """Somebody came back sooner than the group's rule allows.

    Who leaves waits a while before coming back, so that a seat is not left and taken as it suits, under
    the same id or a new one. The length of time is the setting `cooling_off`.

    ## Bad

    ```yaml title="refertext.yml"
    cooling_off: 6 months
    ```

    ```yaml title="members/lee-ortiz.md"
    earlier:
      - joined: 2023-01-05
        left: 2024-12-31
    joined: 2025-03-06  # expect: cooling-off
    ```

    ## Good

    ```yaml title="refertext.yml"
    cooling_off: 2 months
    ```

    ```yaml title="members/lee-ortiz.md"
    earlier:
      - joined: 2023-01-05
        left: 2024-12-31
    joined: 2025-03-06
    ```
    """
    wait = group.settings.cooling_off
    for member in group.members.values():
        left = last_left_before(group, member, member.joined) if wait and member.joined else None
        if wait and left and member.joined and member.joined < (welcome := wait.after(left.day)):
            yield Problem(
                f"{member.name} left on {left.day} and came back on {member.joined}, before {wait} were over",
                Place(member.file, ("joined",)),
                f"write a day from {welcome} on, or record the group's exception as a waiver in refertext.yml",
                precedents=(See("left here", left.place),),
            )
