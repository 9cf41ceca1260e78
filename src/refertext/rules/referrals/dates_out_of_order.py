"""dates-out-of-order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, pairwise

from refertext.group import Group
from refertext.problem import Path, Place, Problem, See, Severity
from refertext.records.member import PathEntry
from refertext.records.prospect import JointEntry
from refertext.rules.rule import rule

Dated = tuple[date, Path]
"""A day, and the path that leads to it."""


@rule(Severity.WARNING)
def dates_out_of_order(group: Group) -> Iterator[Problem]:
    """An entry is dated before the one above it, or before the referral itself.

    A history is read from top to bottom, and the time between two entries says how quickly somebody
    reacted. One wrong digit makes both wrong. So it is with the history of a referral and of a joint approach, and
    with the path of a candidate.

    ## Bad

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-09
        status: accepted
      - date: 2026-03-06  # expect: dates-out-of-order
        status: contacted
    ```

    ## Bad: before the referral

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    date: 2026-03-02
    history:
      - date: 2026-02-03  # expect: dates-out-of-order
        status: accepted
    thanked:
      date: 2026-02-04  # expect: dates-out-of-order
    ```

    ## Bad: a path

    ```yaml title="members/dana-wolfe.md"
    path:
      - date: 2026-03-03
        how: lunch
        by: kit-larsen
      - date: 2026-02-24  # expect: dates-out-of-order
        how: conversation
        by: brian-cho
    ```

    ## Good

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2026-03-06
        status: accepted
      - date: 2026-03-09
        status: contacted
    ```
    """
    for referral in group.given_referrals:
        begun: Dated = referral.date, ("date",)
        days = [referral.date, *[entry.date for entry in referral.history]]
        if days != sorted(days):
            entries = ((entry.date, ("history", number, "date")) for number, entry in referral.entries)
            yield from _in_order(referral.file, chain((begun,), entries))
        if referral.thanked and referral.thanked.date < referral.date:
            yield _problem(referral.file, (referral.thanked.date, ("thanked", "date")), begun)
    for file, path, told in _other_histories(group):
        dated = ((entry.date, (*path, number, "date")) for number, entry in enumerate(told))
        yield from _in_order(file, (one for one in dated if one[0] <= group.as_of))


def _other_histories(group: Group) -> Iterator[tuple[str, Path, Sequence[PathEntry | JointEntry]]]:
    for member in group.members.values():
        yield member.file, ("path",), member.path
    for prospect in group.prospects.values():
        if prospect.joint:
            yield prospect.file, ("joint", "history"), prospect.joint.history


def _in_order(file: str, entries: Iterable[Dated]) -> Iterator[Problem]:
    """What is dated before the entry above it."""
    for above, here in pairwise(entries):
        if here[0] < above[0]:
            yield _problem(file, here, above)


def _problem(file: str, dated: Dated, earlier: Dated) -> Problem:
    day, path = dated
    before, above = earlier
    if above == ("date",):
        said, mend = f"the day of the referral itself, {before}", "correct one of the two days"
    else:
        said, mend = f"the entry above it, {before}", "correct the day, or move the entry to where it belongs"
    what = "The thanks are" if path[0] == "thanked" else "This entry is"
    return Problem(
        f"{what} dated {day}, before {said}",
        Place(file, path),
        mend,
        (See(f"dated {before}", Place(file, above)),),
    )
