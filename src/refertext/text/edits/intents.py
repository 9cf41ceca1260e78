"""Intents: what is to become different in a record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from refertext.problem import Path
from refertext.text.subset import Plain

Order = Callable[[Path], Sequence[str]]
"""Gives the keys of the block at a path in the order in which they are written; none where they are free."""

TEXT: Path = ("text",)
"""The path of a record's text; in a `.md` file that is the body."""


class RefusedError(Exception):
    """An edit that cannot be made; its text is the sentence. It never leaves this package."""


class SetValue(NamedTuple):
    """The value at a path becomes another. Keys that do not exist are added, and the blocks on the way to them.

    A block or list set over another changes only the entries that differ.
    """

    path: Path
    value: Plain


class Append(NamedTuple):
    """A list gets one more entry at its end; where there is no list yet, it is made."""

    path: Path
    value: Plain


class InsertByDay(NamedTuple):
    """A list in order of date gets one more entry: after the last one of an earlier day or of the same day.

    `key` is where the entries say their day. Without an earlier one the entry comes first; without a day, last.
    """

    path: Path
    entry: dict[str, Any]
    key: str = "date"


class Remove(NamedTuple):
    """A key with its value, or an entry of a list, goes, and with it the remarks in its lines and those below it that
    are set further in.

    Remarks above it stay: nobody can know whether they are about this entry alone. A list or block whose last entry
    goes becomes `[]` or `{}`.
    """

    path: Path


class RenameKey(NamedTuple):
    """A key gets another name and keeps its value and its place, for example an id under `attendance`."""

    path: Path
    name: str


class ReplaceEntry(NamedTuple):
    """Each entry of a list that is `old` becomes `new`, for example an id in `between`."""

    path: Path
    old: str
    new: str


class AppendText(NamedTuple):
    """The record's text gets more at its end: after a blank line, or in the next line unless `apart`."""

    text: str
    apart: bool = True


class ReplaceLine(NamedTuple):
    """The first line of the record's text that reads `line`, or of those that do the one after `nth` others, becomes
    `by`, which may be several lines.
    """

    line: str
    by: str
    nth: int = 0


Intent = SetValue | Append | InsertByDay | Remove | RenameKey | ReplaceEntry | AppendText | ReplaceLine
