"""not-a-record."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told

_EXAMPLES = {
    "refertext.yml": "group: Boise Partners",
    "members": "name: Kit Larsen",
    "agreements": "title: We show up",
    "partnerships": "between: [kit-larsen, lee-ortiz]",
    "prospects": "alias: A bakery in Boise",
    "referrals": "kind: referral",
    "meetings": "kind: group",
    "profiles": "title: Our half year",
}
"""A line of a file of each folder."""


@rule(Severity.ERROR)
def not_a_record(group: Group) -> Iterator[Problem]:
    """A file holds no keys.

    A record is a block of lines, each a key, a colon and a value. An empty file or a mere list says nothing
    that can be understood.

    ## Bad

    ```yaml title="prospects/bakery-boise.yml"
    - A bakery in Boise  # expect: not-a-record
    ```

    ## Good

    ```yaml title="prospects/bakery-boise.yml"
    alias: A bakery in Boise
    ```
    """
    for flaw in group.flaws[FlawKind.NOT_A_RECORD]:
        said = "is empty" if flaw.found == "nothing" else f"holds {flaw.found} instead of keys and values"
        example = _EXAMPLES[flaw.place.file.partition("/")[0]]
        yield told(flaw, f"This file {said}", f"write one key a line, for example {example}")
