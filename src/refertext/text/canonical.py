"""The canonical block style, read line by line: one key a line, two spaces a level, plain or simply quoted values.

That is how the tool writes records and how most people leave them, and it can be read four times as fast as YAML
in general. Whatever is not plainly of this style is left to the full parser, so this reader never reports a flaw;
tests compare the two on every text they can think of.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from refertext.patterns import pattern

MOST_CHARACTERS = 16_384
"""Longer texts are left to the full parser, which counts their entries."""

_LEVELS = 8
_REMEMBERED = 4096  # lines; most are like earlier ones: `  - date: 2026-03-05`, `    by: kit-larsen`
_LETTERS = "\u00c0-\u024f\u2013-\u201d"  # accents, dashes and curly quotes, beside printable ASCII
_PLAIN = rf'(?!null\Z)[A-Za-z0-9](?:[ !"$-9;-~{_LETTERS}]++|:(?=[!-~{_LETTERS}]))*+(?<! )'
_WORD = rf"(?!null[,\]])[A-Za-z0-9](?:[ $-+\--9;-Z^-z{_LETTERS}]*[$-+\--9;-Z^-z{_LETTERS}])?"
_LIST = rf"\[{_WORD}(?:, {_WORD})*\]"
_QUOTED = rf'"(?! *")[ !#-\[\]-~{_LETTERS}]*"'
_VALUE = rf"{_PLAIN}|{_LIST}|{_QUOTED}"
_INDENT = rf"((?:  ){{0,{_LEVELS - 1}}})"
_LINE = pattern(rf"{_INDENT}(- )?(?:([A-Za-z0-9][A-Za-z0-9_-]*):(?: ({_VALUE}))?|(?<=- )({_PLAIN}))")

_Value = str | tuple[str, ...] | None
_Line = tuple[int, bool, str | None, _Value]
"""A line by itself: its level, whether it begins with a dash, its key (None for a plain entry of a list), its value."""


def recognise(text: str) -> dict[str, Any] | None:
    """The plain data of a text in canonical style; None where it is in any other, or faulty."""
    if len(text) > MOST_CHARACTERS:
        return None
    *lines, rest = text.split("\n")
    return None if rest else _nested(map(_read, lines)) or None


def _nested(lines: Iterable[_Line | None]) -> dict[str, Any] | None:
    """The data in lines, each where its indentation puts it; None where one is no such line, or does not fit there."""
    root: dict[str, Any] = {}
    opened: list[Any] = [root, *[None] * _LEVELS]  # the block or list at each level down to the current one
    current, awaiting = 0, None  # `awaiting` is the last line's key where its block or list is to come
    for line in lines:
        if line is None:
            return None
        level, dashed, key, value = line
        if level == current + 1 and awaiting is not None:
            opened[level] = opened[current][awaiting] = [] if dashed else {}
        elif level > current:
            return None
        if dashed:
            entry: Any = value if key is None else {}
            if not _added(entry, opened[level]):
                return None
            if key is None:
                current, awaiting = level, None
                continue
            level += 1
            opened[level] = entry
        block = opened[level]
        if key in block or block.__class__ is not dict:
            return None
        block[key] = value if value.__class__ is not tuple else list(value)
        current, awaiting = level, key if value is None else None
    return root


@lru_cache(_REMEMBERED)
def _read(text: str) -> _Line | None:
    """A line by itself; None where it is not plainly of this style."""
    found = _LINE.fullmatch(text)
    if not found:
        return None
    spaces, dash, key, written, entry = found.groups()
    return len(spaces) // 2, bool(dash), key, entry or _value(written)


def _value(written: str | None) -> _Value:
    if written and written[0] == "[":
        return tuple(written[1:-1].split(", "))
    return written[1:-1] if written and written[0] == '"' else written


def _added(entry: object, entries: object) -> bool:
    """Adds an entry to a list; False where there is none, or one of other entries."""
    if not isinstance(entries, list) or (entries and entries[-1].__class__ is not entry.__class__):
        return False
    entries.append(entry)
    return True
