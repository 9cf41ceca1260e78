"""waiver-expired."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.insights.debts.decisions import exceptions
from refertext.problem import Problem, Severity
from refertext.rules.rule import rule


@rule(Severity.WARNING)
def waiver_expired(group: Group) -> Iterator[Problem]:
    """An exception to a rule has ended.

    Exceptions are made for a time, so that the group decides again. What this one covered is a warning again.

    ## Bad

    ```yaml title="refertext.yml"
    waivers:
      - rule: neighbouring-seat
        file: members/lee-ortiz.md
        why: voted 2025-03-05, 8 to 1
        until: 2026-03-05  # expect: waiver-expired
    ```

    ## Good

    ```yaml title="refertext.yml"
    waivers:
      - rule: neighbouring-seat
        file: members/lee-ortiz.md
        why: voted 2025-03-05, 8 to 1
        until: 2027-03-05
    ```

    ```yaml title="members/lee-ortiz.md"
    seat:
      category: people/staffing
      services: [payroll]
      clients: [employers]
      territory: [Boise]
    ```
    """
    for one in exceptions(group):
        if one.owed.is_overdue_on(group.as_of):
            waiver = one.waiver
            yield Problem(
                f"The exception to {waiver.rule} for {waiver.file} ended on {waiver.until}",
                one.owed.place,
                "decide again and write a later day, or mend what it covered and remove the entry",
            )
