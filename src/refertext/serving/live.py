"""What is shown at the moment, and to whom that is news."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong: a sentence, the place as `file:line`, and what to write; empty where nobody knows."""

    message: str
    place: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What visitors see: the files of a site by address, `members/kit-larsen.html`, and what is wrong.

    Each site has another `version`. `heading` says what the troubles mean for the visitor, `more` how many further ones
    there are. `unread` are the records that the site lacks, because their files cannot be understood.
    """

    version: str
    files: Mapping[str, Path] = field(default_factory=dict)
    heading: str = ""
    troubles: tuple[Trouble, ...] = ()
    more: int = 0
    unread: frozenset[str] = frozenset()


class Live:
    """What is shown now; who waits is told when that changes."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        self._is_open = True
        self._change = threading.Condition()

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        with self._change:
            return self._shown

    @property
    def is_open(self) -> bool:
        """Whether more may come."""
        with self._change:
            return self._is_open

    def show(self, shown: Shown) -> None:
        """Shows something else, from one moment to the next."""
        with self._change:
            self._shown = shown
            self._change.notify_all()

    def close(self) -> None:
        """Sends away all who wait."""
        with self._change:
            self._is_open = False
            self._change.notify_all()

    def wait(self, known: Shown, seconds: float) -> Shown:
        """What is shown as soon as that is something else than what is known; after some seconds in any case."""
        with self._change:
            self._change.wait_for(lambda: self._shown is not known or not self._is_open, seconds)
            return self._shown
