"""Regular expressions that are compiled when they are first used: a command has use for few of some two hundred."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, but without compiling before anything is looked for; `.pattern` is there at once."""
    return cast(re.Pattern[str], _Pattern(source, flags))


class _Pattern:
    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.given_flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.given_flags)

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has, kept: a second look costs what it costs anybody."""
        found = getattr(self.compiled, name)
        setattr(self, name, found)
        return found
