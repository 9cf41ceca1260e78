"""future-date."""

from collections.abc import Iterator
from itertools import islice

from refertext.group import Group
from refertext.group.claims import claims_after
from refertext.problem import Place, Problem, Severity
from refertext.records import FOLDERS
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def future_date(group: Group) -> Iterator[Problem]:
    """Something is said to have happened on a day that has not come yet.

    Mostly it is a typo, often in the first days of January. Until the day has come the
    entry counts nowhere. What may be planned ahead is fine: joining and leaving, due days, cycles, a
    group meeting with the absences announced for it. Of each record only the first such day is told.
    When you look back with `--as-of`, what has happened since is simply not there yet, and nothing is told of it.

    ## Bad

    ```yaml title="referrals/2026/2026-03-02-kit-larsen-brian-cho-7f3a.yml"
    history:
      - date: 2027-03-03  # expect: future-date
        status: accepted
    ```

    ## Bad: in other records

    ```yaml title="prospects/haulier-nampa.yml"
    consent:
      date: 2026-03-26  # expect: future-date
      by: kit-larsen
    ```

    ```yaml title="meetings/2026/2026-03-05-group.md"
    actions:
      - who: kit-larsen
        what: send the case study
        due: 2026-03-12
        done: 2026-03-12  # expect: future-date
    ```

    ## Good

    ```yaml title="meetings/2026/2026-03-12-group.md"
    ---
    kind: group
    date: 2026-03-12
    attendance:
      lee-ortiz:
        status: absent
        notice: 2026-03-10
    ---
    ```
    """
    for folder in FOLDERS:
        for record in group.records(folder).values():
            for day, path, what in islice(claims_after(group, record, group.present), 1):
                yield Problem(
                    f"{what} {day}, a day that has not come yet (as of {group.present})",
                    Place(record.file, path),
                    "correct the day, or record it when it has happened",
                )
