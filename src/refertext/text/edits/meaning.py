"""What an intent means for the plain data of a record; the text must come to hold the same."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from refertext.problem import Path
from refertext.text.edits.intents import (
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
from refertext.text.subset import Plain


def applied(data: dict[str, Any], intent: Intent) -> dict[str, Any]:
    """The plain data as it is meant to be; the given data stay as they are.

    Raises RefusedError where the intent does not fit the data.
    """
    whole: dict[str, Any]
    match intent:
        case SetValue(path, value):
            whole = _put(data, path, value)
        case Append(path, value):
            whole = _put(data, path, [*entries_at(data, path), value])
        case InsertByDay(path, entry):
            entries, position = entries_at(data, path), place_by_day(data, intent)
            whole = _put(data, path, [*entries[:position], entry, *entries[position:]])
        case Remove(path):
            whole = _put(data, path[:-1], _without(data, path))
        case RenameKey(path, name):
            whole = _put(data, path[:-1], _renamed(data, path, name))
        case ReplaceEntry(path, old, new):
            whole = _put(data, path, [new if entry == old else entry for entry in entries_at(data, path)])
        case AppendText() | ReplaceLine():
            whole = {**data, "text": changed_text(data, intent)}
    return whole


def existing(data: Plain, path: Path) -> Any:
    """The value at a path, which must exist."""
    node: Any = data
    for depth, step in enumerate(path):
        if not holds(node, step):
            raise RefusedError(f"there is no “{shown(path[: depth + 1])}” in the file")
        node = node[step]
    return node


def holds(node: Any, step: str | int) -> bool:
    """Whether a block has this key, or a list this position."""
    if isinstance(node, dict):
        return step in node
    return isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node)


def entries_at(data: dict[str, Any], path: Path) -> list[Any]:
    """The entries of the list at a path; none where there is nothing yet."""
    node: Any = data
    for step in path:
        node = node[step] if holds(node, step) else None
    if node is not None and not isinstance(node, list):
        raise RefusedError(f"“{shown(path)}” is not a list")
    return node or []


def place_by_day(data: dict[str, Any], intent: InsertByDay) -> int:
    """The position at which an entry comes into its list."""
    day, entries = intent.entry.get(intent.key), entries_at(data, intent.path)
    if not isinstance(day, str):
        return len(entries)
    days = [entry.get(intent.key) if isinstance(entry, dict) else None for entry in entries]
    return max(
        (position for position, other in enumerate(days, 1) if isinstance(other, str) and other <= day), default=0
    )


def changed_text(data: dict[str, Any], intent: AppendText | ReplaceLine) -> str:
    """The record's text as it is meant to be."""
    text = data.get("text") or ""
    if not isinstance(text, str):
        raise RefusedError("“text” is not plain text")
    if isinstance(intent, AppendText):
        written, end = text.rstrip("\r\n"), "\n" if text.endswith("\n") else ""
        return (
            f"{written}\n\n{intent.text}{end}" if written and intent.apart else _next_line(written, intent.text) + end
        )
    line = intent.line.rstrip(" \t\r\n")
    alike = re.finditer(rf"^{re.escape(line)}[ \t]*(?=\r?$)", text, re.MULTILINE)
    found = next(islice(alike, intent.nth, None), None)
    if not found:
        raise RefusedError(f"no line of the text reads “{intent.line}” any more")
    return text[: found.start()] + intent.by + text[found.end() :]


def shown(path: Path) -> str:
    """A path for people: `history, entry 2, date`."""
    return ", ".join(f"entry {step + 1}" if isinstance(step, int) else step for step in path)


def _next_line(written: str, text: str) -> str:
    return f"{written}\n{text}" if written else text


def _put(node: Any, path: Path, value: Any, done: Path = ()) -> Any:
    """The data with the value at a path, and with new blocks on the way where there was nothing."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    here = (*done, step)
    if isinstance(step, str) and (node is None or isinstance(node, dict)):
        node = node or {}
        return {**node, step: _put(node.get(step), rest, value, here)}
    if not holds(node, step):
        what = "a list" if isinstance(step, int) else "a block of keys"
        is_of_its_kind = isinstance(node, list) and isinstance(step, int)
        raise RefusedError(
            f"there is no “{shown(here)}” in the file" if is_of_its_kind else f"“{shown(done)}” is not {what}"
        )
    return [_put(entry, rest, value, here) if position == step else entry for position, entry in enumerate(node)]


def _without(data: dict[str, Any], path: Path) -> Any:
    """The block or list at a path's parent without what stands at the path."""
    existing(data, path)
    node = existing(data, path[:-1])
    if isinstance(node, dict):
        return {key: value for key, value in node.items() if key != path[-1]}
    return [entry for position, entry in enumerate(node) if position != path[-1]]


def _renamed(data: dict[str, Any], path: Path, name: str) -> dict[str, Any]:
    """The block at a path's parent with the key at the path called otherwise, in the same place."""
    existing(data, path)
    node = existing(data, path[:-1])
    if not isinstance(node, dict):
        raise RefusedError(f"“{shown(path)}” has no name")
    if name in node and name != path[-1]:
        raise RefusedError(f"“{shown((*path[:-1], name))}” is in the file already")
    return {name if key == path[-1] else key: value for key, value in node.items()}
