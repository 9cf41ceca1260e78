"""symlink."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def symlink(group: Group) -> Iterator[Problem]:
    """A link stands where a file belongs.

    A link can lead anywhere, also out of the group's folder, so links are never followed. What it leads to
    does not count as a record.
    """
    for flaw in group.flaws[FlawKind.SYMLINK]:
        yield told(
            flaw,
            "This is a link to another file, and links are not followed",
            "put the file itself here in place of the link",
        )
