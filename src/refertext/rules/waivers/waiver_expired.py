"""waiver-expired."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import Place, Problem, Severity
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
    for waiver in group.settings.waivers:
        if waiver.until < group.as_of:
            yield Problem(
                f"The exception to {waiver.rule} for {waiver.file} ended on {waiver.until}",
                Place(group.settings.file, (*waiver.path, "until")),
                "decide again and write a later day, or mend what it covered and remove the entry",
            )
