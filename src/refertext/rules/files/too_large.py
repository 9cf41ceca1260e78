"""too-large."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def too_large(group: Group) -> Iterator[Problem]:
    """A file is larger than a record can be.

    A record has at most 256 KiB and 20,000 entries. A larger file is a mistake (a picture, an export, a paste
    gone wrong), and reading it would slow everybody down.
    """
    for flaw in group.flaws[FlawKind.TOO_LARGE]:
        yield told(
            flaw,
            f"This file is too large to be a record: {flaw.found}",
            "keep records under 256 KiB and 20,000 entries; put pictures and long documents into docs/",
        )
