"""What a rule is, and how one is declared."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from refertext.group import Group
from refertext.problem import Flaw, Problem, Severity
from refertext.records.settings import Waiver

Find = Callable[[Group], Iterator[Problem]]
Close = Callable[[Group, AbstractSet[Waiver]], Iterator[Problem]]


_TAB = "␉"
"""How a tab is written in a page: Python makes spaces of those in docstrings."""
NEVER_WAIVED = frozenset({"files", "shape", "waivers"})
"""Families of rules without exceptions: what cannot be read cannot be excused, nor an excuse be excused."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check: what it looks for is its page, how it looks is `find`.

    A few rules look only when all others have found what they find: those have `close` instead, which also takes
    the waivers that were of use.
    """

    name: str
    family: str
    severity: Severity
    page: str
    find: Find | None = None
    close: Close | None = None

    @property
    def title(self) -> str:
        """The first line of the page, without its full stop."""
        return self.page.split("\n", 1)[0].rstrip(".")


def rule(severity: Severity) -> Callable[[Find], Rule]:
    """Declares a function as a rule of that severity.

    The function's name is the rule's name, its module's folder the family, its docstring the page.
    """

    def declare(find: Find) -> Rule:
        return Rule(*_named(find), severity, _page(find), find=find)

    return declare


def closing_rule(severity: Severity) -> Callable[[Close], Rule]:
    """Declares a function as a rule that looks when all others have found what they find."""

    def declare(close: Close) -> Rule:
        return Rule(*_named(close), severity, _page(close), close=close)

    return declare


def _named(function: Find | Close) -> tuple[str, str]:
    return function.__name__.replace("_", "-"), function.__module__.split(".")[-2]


def _page(function: Find | Close) -> str:
    title, _, rest = (function.__doc__ or "").partition("\n")
    return f"{title}\n{textwrap.dedent(rest).rstrip()}".replace(_TAB, "\t")


def told(flaw: Flaw, message: str, mend: str) -> Problem:
    """The problem that a flaw of a file is, in these words; flaws that were left out are counted."""
    if flaw.more:
        message = f"{message} ({flaw.more:,} more like this in the file)"
    return Problem(message, flaw.place, mend, flaw.see)
