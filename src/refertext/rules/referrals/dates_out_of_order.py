"""dates-out-of-order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from refertext.group import Group
from refertext.problem import Path, Place, Problem, See, Severity
from refertext.records import Referral
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def dates_out_of_order(group: Group) -> Iterator[Problem]:
    """An entry of a referral is dated before the one above it, or before the referral itself.

    A history is read from top to bottom, and the time between two entries says how quickly somebody
    reacted. One wrong digit makes both wrong.

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
        day = referral.date
        path: Path = ("date",)
        for number, entry in referral.entries:
            here = ("history", number, "date")
            if entry.date < day:
                yield _problem(referral, (entry.date, here), (day, path))
            day, path = entry.date, here
        if referral.thanked and referral.thanked.date < referral.date:
            yield _problem(referral, (referral.thanked.date, ("thanked", "date")), (referral.date, ("date",)))


def _problem(referral: Referral, dated: tuple[date, Path], earlier: tuple[date, Path]) -> Problem:
    day, path = dated
    before, above = earlier
    if above == ("date",):
        said, mend = f"the day of the referral itself, {before}", "correct one of the two days"
    else:
        said, mend = f"the entry above it, {before}", "correct the day, or move the entry to where it belongs"
    what = "The thanks are" if path[0] == "thanked" else "This entry is"
    return Problem(
        f"{what} dated {day}, before {said}",
        Place(referral.file, path),
        mend,
        (See(f"dated {before}", Place(referral.file, above)),),
    )
