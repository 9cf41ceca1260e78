"""slip-not-filed."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.slips import Understood, all_readings, sheets


@rule(Severity.NOTE)
def slip_not_filed(group: Group) -> Iterator[Problem]:
    """Lines of a log are understood, but no records yet.

    What stands only in a log counts nowhere: not for the giver, not in the attendance. `refertext log` makes the
    records and puts a link in place of each line. Of a file it is told once, at the first such line.

    ## Bad

    ```yaml title="log/2026/2026-03-09-kit-larsen.md"
    - one-to-one Kit + Lee 03-06 <!-- expect: slip-not-filed -->
    - lead Kit > Brian: a dental practice with nine employees
    ```

    ## Good

    ```yaml title="log/2026/2026-03-09-kit-larsen.md"
    - [one-to-one Brian + Lee 02-19](../../meetings/2026/2026-02-19-brian-cho-lee-ortiz-q2w8.md)
    ```
    """
    for file, found in group.once(all_readings).items():
        waiting = [reading.line for reading in found if isinstance(reading, Understood)]
        if waiting:
            are = "lines of this log are" if len(waiting) > 1 else "line of this log is"
            said = f"{len(waiting)} {are} not filed yet"
            yield Problem(said, sheets(group)[file].place(waiting[0]), f"run refertext log {file}")
