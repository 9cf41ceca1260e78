"""file-unreadable."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def file_unreadable(group: Group) -> Iterator[Problem]:
    """A file cannot be read.

    The file is there, but it cannot be opened: it may belong to somebody else, have vanished meanwhile, or be
    no plain file at all. Nothing in it counts until it can be read.
    """
    for flaw in group.flaws[FlawKind.FILE_UNREADABLE]:
        yield told(
            flaw,
            f"This file cannot be read ({flaw.found.lower()})" if flaw.found else "This file cannot be read",
            "give everybody the right to read it, or take it out of the folder",
        )
