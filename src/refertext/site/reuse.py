"""What may be used again when a site is made again: what is made from the same is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Reuse:
    """What was made before, by kind and name, with what it was made from; of each the last one is kept."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], tuple[object, object]] = {}

    def make(self, kind: str, name: str, source: object, making: Callable[[], T]) -> T:
        """What `making` gives; where the last of that kind and name was made from an equal source, that one."""
        known = self._made.get((kind, name))
        if known is not None and known[0] == source:
            made: T = known[1]  # type: ignore[assignment]  # of one kind all are of one type
            return made
        new = making()
        self._made[kind, name] = (source, new)
        return new
