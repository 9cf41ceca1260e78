"""cycles-overlap."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from refertext.group import Group
from refertext.problem import Place, Problem, See, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def cycles_overlap(group: Group) -> Iterator[Problem]:
    """Two cycles of one partnership overlap.

    A cycle begins when the one before has been evaluated. On days that belong to two cycles, one referral
    keeps two promises. The last day of a cycle belongs to it.

    ## Bad

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-03-02
        until: 2026-04-01
        promise:
          brian-cho: 1
          kit-larsen: 1
      - from: 2026-03-25  # expect: cycles-overlap
        until: 2026-04-30
        promise:
          brian-cho: 2
          kit-larsen: 2
    ```

    ## Good

    ```yaml title="partnerships/brian-cho--kit-larsen.md"
    cycles:
      - from: 2026-03-02
        until: 2026-04-01
        promise:
          brian-cho: 1
          kit-larsen: 1
      - from: 2026-04-02
        until: 2026-04-30
        promise:
          brian-cho: 2
          kit-larsen: 2
    ```
    """
    for partnership in group.partnerships.values():
        cycles = [(cycle.from_, cycle.until, number) for number, cycle in enumerate(partnership.cycles)]
        ordered = sorted(cycle for cycle in cycles if cycle[0] <= cycle[1])
        for (_, end, before), (start, _, after) in pairwise(ordered):
            if start <= end:
                yield Problem(
                    f"This cycle begins on {start}, but the one before it lasts until {end}",
                    Place(partnership.file, ("cycles", after, "from")),
                    f"write from: {end + timedelta(days=1)}, or let the one before end earlier",
                    (See("the one before", Place(partnership.file, ("cycles", before, "until"))),),
                )
