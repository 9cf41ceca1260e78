"""The canonical block style, read line by line: one key a line, two spaces a level, plain or simply quoted values.

That is how the tool writes records and how most people leave them, and it can be read three times as fast as YAML
in general. Whatever is not plainly of this style is left to the full parser, so this reader never reports a flaw;
tests compare the two on every text they can think of.
"""

from __future__ import annotations

import re
from typing import Any

MOST_CHARACTERS = 16_384
"""Longer texts are left to the full parser, which counts their entries."""

_LEVELS = 8
_LETTERS = "\u00c0-\u024f\u2013-\u201d"  # accents, dashes and curly quotes, beside printable ASCII
_PLAIN = rf'[A-Za-z0-9](?:[ !"$-9;-~{_LETTERS}]++|:(?=[!-~{_LETTERS}]))*+(?<! )'
_WORD = rf"[A-Za-z0-9](?:[ $-+\--9;-Z^-z{_LETTERS}]*[$-+\--9;-Z^-z{_LETTERS}])?"
_LIST = rf"\[{_WORD}(?:, {_WORD})*\]"
_QUOTED = rf'"[ !#-\[\]-~{_LETTERS}]*"'
_VALUE = rf"{_PLAIN}|{_LIST}|{_QUOTED}"
_LINE = re.compile(rf"( *)(- )?(?:([A-Za-z0-9][A-Za-z0-9_-]*):(?: ({_VALUE}))?|(?<=- )({_PLAIN}))\n")


def recognise(text: str) -> dict[str, Any] | None:
    """The plain data of a text in canonical style; None where it is in any other, or faulty."""
    if len(text) > MOST_CHARACTERS:
        return None
    root: dict[str, Any] = {}
    blocks: list[dict[str, Any] | None] = [root, *[None] * _LEVELS]  # the block open at each level
    lists: list[list[Any] | None] = [None] * (_LEVELS + 1)  # the list whose dashes stand at each level
    current, end = 0, 0
    opened: dict[str, Any] | None = None  # the block whose last key had no value yet
    awaiting = ""
    for match in _LINE.finditer(text):
        if match.start() != end:
            return None
        end = match.end()
        spaces, dash, key, value, entry = match.groups()
        level, odd = divmod(len(spaces), 2)
        if odd or level >= _LEVELS:
            return None
        if dash:
            entries = lists[level] if level < current or (entry and level == current) else None
            if opened is not None and level == current + 1:
                entries = lists[level] = opened[awaiting] = []
                blocks[level] = None
            if entries is None:
                return None
            opened = None
            if entry:
                if entry == "null" or (entries and isinstance(entries[-1], dict)):
                    return None
                entries.append(entry)
                current = level
                continue
            if entries and not isinstance(entries[-1], dict):
                return None
            block: dict[str, Any] | None = {}
            entries.append(block)
            level += 1
            blocks[level], lists[level] = block, None
        elif level <= current:
            block = blocks[level]
        elif opened is not None and level == current + 1:
            block = blocks[level] = opened[awaiting] = {}
            lists[level] = None
        else:
            return None
        if block is None or key in block or value == "null":
            return None
        current, opened = level, None
        if value is None:
            block[key], opened, awaiting = None, block, key
        elif value[0] == "[":
            block[key] = value[1:-1].split(", ")
        elif value[0] == '"':
            block[key] = value[1:-1]
        else:
            block[key] = value
    return root if end == len(text) and root else None
