"""stray-file."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.WARNING)
def stray_file(group: Group) -> Iterator[Problem]:
    """A file in a folder of records is no record.

    Records end in .yml or .md and stand directly in their folder, referrals and meetings in a folder for each
    year. Anything else is not read, so what it says is silently lost; so is a record beside the settings, where a
    new file lands in the browser. Only a README.md is welcome in any folder, and files whose names begin with a point
    are passed over.

    ## Bad

    ```yaml title="members/notes.txt"
    Kit called  # expect: stray-file
    ```

    ## Bad

    ```yaml title="referrals/march/notes.yml"
    about: the bakery  # expect: stray-file
    ```

    ## Bad

    ```yaml title="2026-03-05-kit-larsen-brian-cho-7f3a.yml"
    kind: lead  # expect: stray-file
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    ```
    """
    for flaw in group.flaws[FlawKind.STRAY_FILE]:
        yield told(flaw, f"This is not read: {flaw.said}", flaw.mend)
