"""Regular expressions that are compiled when they are first used: a command has use for few of some two hundred."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any


class Pattern:
    """A regular expression with the methods of a compiled one, of which none is needed before it is first used."""

    flags: int
    groups: int
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[Any]]
    sub: Callable[..., str]
    subn: Callable[..., tuple[str, int]]

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._given_flags = flags

    def __repr__(self) -> str:
        return f"pattern({self.pattern!r}, {self._given_flags})"

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression as Python's own."""
        return re.compile(self.pattern, self._given_flags)

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has, kept: a second look costs what it costs anybody."""
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(self.compiled, name)
        setattr(self, name, found)
        return found


def pattern(source: str, flags: int = 0) -> Pattern:
    """What `re.compile` gives, but without compiling before anything is looked for; `.pattern` is there at once."""
    return Pattern(source, flags)
