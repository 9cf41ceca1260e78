"""range-backwards."""

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.problem import Path, Place, Problem, Severity
from refertext.rules.rule import rule

Range = tuple[str, str, Path, date, date]
"""What it is, the file and the path of its first day, the first day, the last day."""


def _ranges(group: Group) -> Iterator[Range]:
    file = group.settings.file
    for pause in group.settings.breaks:
        yield "The break", file, (*pause.path, "from"), pause.from_, pause.until
    for seat in group.settings.seats:
        if seat.since and seat.until:
            yield f"The notice about {seat.category}", file, (*seat.path, "since"), seat.since, seat.until
    for member in group.members.values():
        for number, leave in enumerate(member.leave):
            yield f"{member.name}'s leave", member.file, ("leave", number, "from"), leave.from_, leave.until
    for agreement in group.agreements.values():
        if agreement.ended:
            yield f"“{agreement.title}”", agreement.file, ("adopted",), agreement.adopted, agreement.ended
    for partnership in group.partnerships.values():
        for number, cycle in enumerate(partnership.cycles):
            yield "The cycle", partnership.file, ("cycles", number, "from"), cycle.from_, cycle.until


@rule(Severity.WARNING)
def range_backwards(group: Group) -> Iterator[Problem]:
    """Something ends before it begins.

    A leave, a break or a cycle lasts from its first day to its last, both included. In this order it has
    no day at all, so it counts for nothing. Mostly it is the year that is wrong, around the turn of the
    year.

    ## Bad

    ```yaml title="refertext.yml"
    breaks:
      - from: 2026-12-24  # expect: range-backwards
        until: 2026-01-01
        why: holidays
    ```

    ## Good

    ```yaml title="refertext.yml"
    breaks:
      - from: 2026-12-24
        until: 2027-01-01
        why: holidays
    ```
    """
    for what, file, path, first, last in _ranges(group):
        if first > last:
            yield Problem(
                f"{what} begins on {first}, but ends on {last}",
                Place(file, path),
                "correct the first or the last day, so that the first one comes first",
            )
