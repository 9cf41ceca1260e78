"""id-form."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def id_form(group: Group) -> Iterator[Problem]:
    """A file's name cannot be an id.

    The name of a record's file, without its ending, is the record's id. Ids have small letters a to z, digits
    and single hyphens, so that they mean the same on every computer and in every web address.

    ## Bad

    ```yaml title="prospects/Bakery Boise.yml"
    alias: A bakery in Boise  # expect: id-form
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    ```
    """
    for flaw in group.flaws[FlawKind.ID_FORM]:
        reason = flaw.said or "ids have only small letters a to z, digits and hyphens"
        yield told(flaw, f"“{flaw.found}” cannot be an id: {reason}", flaw.mend)
