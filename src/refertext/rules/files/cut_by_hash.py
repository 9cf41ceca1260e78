"""cut-by-hash."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def cut_by_hash(group: Group) -> Iterator[Problem]:
    """A # ends a value too early.

    After a space, # begins a remark that is not read. So Suite #4 says Suite. Quotes keep the value together.
    A real remark has a space after the #.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    place: Boise, Suite #4  # expect: cut-by-hash
    ```

    ## Bad: nothing is left

    ```yaml title="prospects/bakery-nampa.yml"
    alias: #7 in the list of bakeries  # expect: cut-by-hash
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    place: "Boise, Suite #4"  # the one with the red door
    ```
    """
    for flaw in group.flaws[FlawKind.CUT_BY_HASH]:
        if flaw.found.startswith("#"):
            meant = f'write {flaw.found.lstrip("#")} without the #, or in quotes: "{flaw.found}"'
        else:
            meant = f'put quotes around the value: "{flaw.found}"'
        mend = f"{meant}; if it is a remark, write a space after the #"
        yield told(flaw, f"A # after a space ends the value, so “{flaw.found}” is cut off", mend)
