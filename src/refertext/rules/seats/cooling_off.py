"""cooling-off."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def cooling_off(group: Group) -> Iterator[Problem]:
    """Somebody came back sooner than the group's rule allows.

    Who leaves waits a while before coming back, so that a seat is not left and taken as it suits. The
    length of time is the setting `cooling_off`.

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
        left = max((time.left for time in member.earlier), default=None)
        if wait and left and member.joined and left < member.joined < wait.after(left):
            yield Problem(
                f"{member.name} left on {left} and came back on {member.joined}, before {wait} were over",
                Place(member.file, ("joined",)),
                f"write a day from {wait.after(left)} on, or record the group's exception as a waiver in refertext.yml",
            )
