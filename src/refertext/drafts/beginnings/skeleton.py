"""Skeletons: what a new record starts from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from refertext.drafts.draft import New, RefusedError
from refertext.problem import Path
from refertext.records import FOLDERS
from refertext.records.keys import keys_at
from refertext.text.edits import EditRefused, Intent, SetValue, edit

Values = Mapping[str, Any]
"""What was answered, by key: texts, lists, and blocks of them. What is empty leaves the skeleton as it is."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A record file with remarks, in which the answers are put. It is plain text and never rendered; a new record's
    file ends as its name does.
    """

    name: str
    text: str


def begun(skeleton: Skeleton, place: str, values: Values, more: tuple[Intent, ...] = ()) -> New:
    """The new file at a place, which is its folder and its id: the skeleton with the values at their keys, each in its
    order, and then some more intents for its text. RefusedError where the skeleton is no record file.
    """
    file = place + PurePosixPath(skeleton.name).suffix
    kind = FOLDERS[file.partition("/")[0]]
    intents = (*(SetValue(path, value) for path, value in _leaves(values, ())), *more)
    edited = edit(skeleton.text, file, intents, partial(keys_at, kind))
    if isinstance(edited, EditRefused):
        raise RefusedError(f"No record can be made from {skeleton.name}: {edited.said}.")
    return New(file, edited.text)


def _leaves(values: Values, above: Path) -> Iterator[tuple[Path, Any]]:
    """The values that are no blocks, with their paths, so that what the skeleton has beside them stays."""
    for key, value in values.items():
        if isinstance(value, dict) and all(isinstance(inner, dict | list | str | None) for inner in value.values()):
            yield from _leaves(value, (*above, key))
        elif value:
            yield (*above, key), value
