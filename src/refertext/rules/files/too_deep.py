"""too-deep."""

from collections.abc import Iterator

from refertext.group import Group
from refertext.problem import FlawKind, Problem, Severity
from refertext.rules.rule import rule, told


@rule(Severity.ERROR)
def too_deep(group: Group) -> Iterator[Problem]:
    """Lists and blocks are nested too deep.

    No record needs more than a handful of levels; 32 are allowed. Deeper files are broken, or made to break
    programs.
    """
    for flaw in group.flaws[FlawKind.TOO_DEEP]:
        yield told(
            flaw,
            f"There are {flaw.found} of lists and blocks inside each other here",
            "close the brackets that were opened by mistake",
        )
