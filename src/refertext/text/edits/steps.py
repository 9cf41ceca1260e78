"""Steps: an intent taken apart into the smallest changes that a text can be given one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from refertext.problem import Path
from refertext.text.edits.intents import (
    TEXT,
    Append,
    AppendText,
    InsertByDay,
    Intent,
    RefusedError,
    Remove,
    RenameKey,
    ReplaceEntry,
    ReplaceLine,
    SetValue,
)
from refertext.text.edits.meaning import changed_text, entries_at, existing, holds, place_by_day
from refertext.text.subset import Plain


class Put(NamedTuple):
    """What stands at a path gets another value."""

    path: Path
    value: Plain


class AddKey(NamedTuple):
    """A block of keys gets one more; the path ends with it."""

    path: Path
    value: Plain


class AddEntry(NamedTuple):
    """A list that has entries gets one more; the path ends with its position."""

    path: Path
    value: Plain


class Drop(NamedTuple):
    """An entry goes that is not the only one of its list or block."""

    path: Path


class Rename(NamedTuple):
    """A key gets another name."""

    path: Path
    name: str


Step = Put | AddKey | AddEntry | Drop | Rename


def steps(data: dict[str, Any], intent: Intent) -> Iterator[Step]:
    """The steps from the plain data to what is meant. Each path holds for the text that the steps before it left."""
    match intent:
        case SetValue(path, value):
            yield from _set(data, path, value)
        case Append(path, value):
            yield from _added(data, (*path, len(entries_at(data, path))), value)
        case InsertByDay(path, entry):
            yield from _added(data, (*path, place_by_day(data, intent)), entry)
        case Remove(path):
            yield from _removed(data, path)
        case RenameKey(path, name):
            yield Rename(path, name)
        case ReplaceEntry(path, old, new):
            entries = entries_at(data, path)
            yield from (Put((*path, number), new) for number, entry in enumerate(entries) if entry == old)
        case AppendText() | ReplaceLine():
            yield from _set(data, TEXT, changed_text(data, intent))


def _set(data: dict[str, Any], path: Path, value: Plain) -> Iterator[Step]:
    node: Any = data
    for depth, step in enumerate(path):
        if not holds(node, step):
            for inner in reversed(path[depth + 1 :]):
                value = {inner: value}  # type: ignore[dict-item]  # `applied` refused positions in lists that are not
            is_new = bool(node) or depth == 0
            yield AddKey(path[: depth + 1], value) if is_new else Put(path[:depth], {step: value})  # type: ignore[dict-item]
            return
        node = node[step]
    yield from _toward(path, node, value)


def _added(data: dict[str, Any], path: Path, value: Plain) -> Iterator[Step]:
    if entries_at(data, path[:-1]):
        yield AddEntry(path, value)
    else:
        yield from _set(data, path[:-1], [value])


def _removed(data: dict[str, Any], path: Path) -> Iterator[Step]:
    parent = existing(data, path[:-1])
    if len(parent) > 1:
        yield Drop(path)
    elif len(path) == 1:
        raise RefusedError("no key would be left in the file")
    else:
        yield Put(path[:-1], [] if isinstance(parent, list) else {})


def _toward(path: Path, old: Plain, new: Plain) -> Iterator[Step]:
    """The steps from one value to another: where both are blocks, or both lists, only what differs."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        yield from _toward_block(path, old, new)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _toward_list(path, old, new)
    else:
        yield Put(path, new)


def _toward_block(path: Path, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Step]:
    for key, value in new.items():
        if key in old:
            yield from _toward((*path, key), old[key], value)
        else:
            yield AddKey((*path, key), value)
    yield from (Drop((*path, key)) for key in old if key not in new)


def _toward_list(path: Path, old: list[Any], new: list[Any]) -> Iterator[Step]:
    shorter = min(len(old), len(new))
    same = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    alike = next((at for at in range(shorter - same) if old[-1 - at] != new[-1 - at]), shorter - same)
    shared = shorter - same - alike
    for position in range(same, same + shared):
        yield from _toward((*path, position), old[position], new[position])
    for position in range(len(old) - alike - 1, same + shared - 1, -1):
        yield Drop((*path, position))
    for position in range(same + shared, len(new) - alike):
        yield AddEntry((*path, position), new[position])
