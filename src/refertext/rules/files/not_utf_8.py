"""not-utf-8."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def not_utf_8(group: Group) -> Iterator[Problem]:
    """A file is not written in UTF-8.

    The file was saved in another encoding, so its letters cannot be trusted: names would come out garbled on
    the site. Every editor can save as UTF-8.
    """
    for flaw in group.flaws[FlawKind.NOT_UTF_8]:
        yield told(flaw, f"This file is not UTF-8 text ({flaw.found})", "save the file again with the encoding UTF-8")
