"""slip-unclear."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule
from refertext.slips import sheets, unclear_places


@rule(Severity.WARNING)
def slip_unclear(group: Group) -> Iterator[Problem]:
    """A line of a log cannot be understood.

    In the minutes, below the heading “Log”, and in the files in `log/`, each line is a slip: one fact, in a form that
    `refertext log` turns into a record. [Slips](../slips.md) shows every form. Names may be short as long as they mean
    one member only; what is no slip belongs above the log. A line that was filed, but whose link leads to no record any
    more, is told, too: what it says counts nowhere. A line about somebody whose file cannot be read waits until that
    file is mended.

    ## Bad

    ```yaml title="log/2026/2026-03-05-kit-larsen.md"
    - late Leo <!-- expect: slip-unclear -->
    - leed Kit: a bakery that opens a second shop <!-- expect: slip-unclear -->
    - won Brian > Kit: the haulier; 12,500 <!-- expect: slip-unclear -->
    - one-to-one Kit + Lee 3/2 <!-- expect: slip-unclear -->
    - thanks Brian > Lee: the brewery <!-- expect: slip-unclear -->
    - [late Lee](../../meetings/2026/2026-03-04-group.md) <!-- expect: slip-unclear -->
    ```

    ## Good

    ```yaml title="log/2026/2026-03-05-kit-larsen.md"
    - [late Lee](../../meetings/2026/2026-03-05-group.md)
    ```
    """
    for file in sheets(group):
        for place, fault in unclear_places(group, file):
            if not fault.waits:
                yield Problem(fault.said, place, fault.mend)
