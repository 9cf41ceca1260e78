"""id-collision."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def id_collision(group: Group) -> Iterator[Problem]:
    """Two records have the same id.

    An id must mean one record, whatever the file's ending, folder of the year, or small and capital
    letters; ids that a record had before count too. Otherwise nobody knows which one is meant. Of two files of
    a day, that in the folder of its year has the id.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    former_ids: [haulier-nampa]  # expect: id-collision
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    former_ids: [bakery-meridian]
    ```
    """
    for flaw in group.flaws[FlawKind.ID_COLLISION]:
        yield told(flaw, f"The id “{flaw.found}” is taken already", flaw.mend)
