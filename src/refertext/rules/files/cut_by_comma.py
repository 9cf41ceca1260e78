"""cut-by-comma."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def cut_by_comma(group: Group) -> Iterator[Problem]:
    """A comma ends a value too early.

    Inside { } a comma begins the next key. So {value: 12,500} says a value of 12 and a key called 500.
    Quotes keep a text with commas together; amounts are written without separators. Writing one key a
    line avoids the trap.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    joint: {lead: kit-larsen, with: [lee-ortiz], plan: ask, then lunch}  # expect: cut-by-comma
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    joint: {lead: kit-larsen, with: [lee-ortiz], plan: "ask, then lunch"}
    ```
    """
    for flaw in group.flaws[FlawKind.CUT_BY_COMMA]:
        from refertext.records.cuts import cut_mend  # dear to load, and seldom needed

        mend = cut_mend(flaw.place.file, flaw.place.path, flaw.found)
        yield told(flaw, f"A comma inside {{ }} ends the value, so “{flaw.found}” falls apart", mend)
