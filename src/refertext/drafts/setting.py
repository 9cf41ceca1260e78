"""Setting one value in a record file, adding one to a list, or taking one out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from refertext.drafts.draft import Draft, Edit, RefusedError
from refertext.problem import Path
from refertext.records.schema import is_list, kind_of
from refertext.text import Source, parse
from refertext.text.edits import Append, Intent, Remove, SetValue
from refertext.text.subset import Plain
from refertext.text.wording import cut_short, listed

_LAST = "last"


class Way(Enum):
    """What to do with the value at a key."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"


def setting(source: Source, key: str, values: Sequence[str], way: Way = Way.SET) -> Draft:
    """A draft for one key of the file in a source. `key` is a way down, such as `seat.territory` or
    `history.last.note`; entries of lists are counted from 1.

    Several values are a list. A value in `[…]` or `{…}` is read as such where it can be; every other one is text.
    """
    document = parse(source)
    if document.data is None:
        raise RefusedError(f"“{source.file}” cannot be read, so nothing was changed. “refertext check” says why.")
    path = _path(key, document.data)
    if way is Way.REMOVE:
        if values:
            raise RefusedError(f"To take {key} out, write no value after it.")
        return _draft(source.file, f"{key} is taken out", f"Take out {key}", Remove(path))
    if not values:
        raise RefusedError(f"Give the value that {key} is to have. To take the key out: --remove.")
    if "" in (value.strip() for value in values):
        raise RefusedError(f"An empty value says nothing. To take {key} out: --remove.")
    if "…" in values:
        raise RefusedError("“…” stands for what you want to say: write that in its place.")
    shown = listed([f"“{cut_short(value)}”" for value in values])
    if len(values) > 1 and any(value.endswith(",") for value in values):
        raise RefusedError("Leave out the commas between values: each word or text in quotes is one of them.")
    if way is Way.ADD:
        values = [value for value in values if _value(value) not in _entries(document.data, path)]
        if not values:
            return Draft(f"Nothing to do: {key} in {source.file} has {shown} already.", "")
        return _draft(
            source.file, f"{key} has {shown} now, too", f"Add to {key}", *(Append(path, _value(v)) for v in values)
        )
    written = [_value(value) for value in values]
    is_one = len(values) == 1 and (isinstance(written[0], list) or not is_list(kind_of(source.file), path))
    value: Plain = written[0] if is_one else written
    return _draft(source.file, f"{key} is {shown} now", f"Set {key}", SetValue(path, value))


def _draft(file: str, said: str, subject: str, *intents: Intent) -> Draft:
    return Draft(f"In {file}, {said}.", f"{subject} in {file}", (Edit(file, intents),))


def _path(key: str, data: dict[str, Any]) -> Path:
    """The path that a way down means in some data."""
    path: list[str | int] = []
    node: Any = data
    for step in key.split("."):
        if not step:
            raise RefusedError(f"“{key}” has a dot too many. Write it like seat.territory or history.last.note.")
        if isinstance(node, list):
            path.append(at := _position(key, step, node))
            node = node[at]
        else:
            path.append(step)
            node = node.get(step) if isinstance(node, dict) else None
    return tuple(path)


def _position(key: str, step: str, entries: list[Any]) -> int:
    if not entries:
        raise RefusedError(f"“{step}” in {key} is an entry of a list that has none. To add one: --add.")
    at = len(entries) if step == _LAST else int(step) if step.isascii() and step.isdigit() else 0
    if 1 <= at <= len(entries):
        return at - 1
    few = "it has one entry" if len(entries) == 1 else f"it has {len(entries)} entries"
    raise RefusedError(f"“{step}” in {key} should be an entry of a list; {few}: write 1 to {len(entries)}, or last.")


def _entries(data: Any, path: Path) -> list[Any]:
    """The entries of the list at a path; none where there is no list yet."""
    for step in path:
        if isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data if isinstance(data, list) else []


def _value(text: str) -> Plain:
    """The value that a text means: a list or block in brackets, else the text."""
    if text.startswith(("[", "{")) and "\n" not in text:
        document = parse(Source("value.yml", f"value: {text}\n".encode()))
        if document.data is not None and not document.flaws:
            value: Plain = document.data["value"]
            return value
    return text
