"""newcomer-drifting."""

from __future__ import annotations

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.newcomers import Drifting, drifting
from refertext.insights.debts.people import who_looks_after
from refertext.problem import Place, Problem, Severity
from refertext.rules.rule import rule
from refertext.text.wording import listed


@rule(Severity.WARNING)
def newcomer_drifting(group: Group) -> Iterator[Problem]:
    """Somebody who joined in the last 90 days drifts away.

    Who leaves in the first year mostly left in the first weeks: two absences, or nothing given after four weeks, and
    nobody asked. A talk over coffee is enough, as long as it comes in time. Who is on leave is left in peace.

    ## Bad

    ```yaml title="members/lee-ortiz.md"
    joined: 2026-02-05  # expect: newcomer-drifting
    signed:
      show-up: 2026-02-05
    ```

    ## Good

    ```yaml title="members/lee-ortiz.md"
    joined: 2026-02-05
    signed:
      show-up: 2026-02-05
    ```

    ```yaml title="referrals/2026/2026-03-05-lee-ortiz-everyone-k2m4.yml"
    kind: lead
    date: 2026-03-05
    from: lee-ortiz
    to: everyone
    about: a brewery opens a second site
    ```
    """
    for one in drifting(group):
        member = one.newcomer.record
        by = who_looks_after(group, member)
        yield Problem(
            f"{member.name}, who joined on {one.newcomer.day}, {_signs(group, one)}",
            Place(member.file, one.newcomer.path),
            f"{group.name(by[0]) if by else 'somebody'} should ask how the first weeks have been, and what would help",
        )


def _signs(group: Group, one: Drifting) -> str:
    signs = []
    if one.absences:
        times = "twice" if len(one.absences) == 2 else f"{len(one.absences)} times"
        signs.append(f"has been absent {times} ({listed([str(day) for day in one.absences])})")
    if one.silent_since:
        signs.append(f"has given nothing in {(group.as_of - one.silent_since).days} days")
    return listed(signs)
