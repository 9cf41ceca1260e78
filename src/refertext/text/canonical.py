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
    lines, end = _Lines(), 0
    for match in _LINE.finditer(text):
        if match.start() != end or not lines.take(*match.groups()):
            return None
        end = match.end()
    return lines.root if end == len(text) and lines.root else None


class _Lines:
    """The lines taken so far, and what is open at each level of indentation."""

    __slots__ = ("awaiting", "blocks", "current", "lists", "opened", "root")

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.blocks: list[dict[str, Any] | None] = [self.root, *[None] * _LEVELS]
        self.lists: list[list[Any] | None] = [None] * (_LEVELS + 1)
        self.current = 0  # the level of the last line's key, or of its dash before a plain entry
        self.opened: dict[str, Any] | None = None  # the block whose last key, `awaiting`, had no value
        self.awaiting = ""

    def take(self, spaces: str, dash: str | None, key: str, value: str | None, entry: str | None) -> bool:
        """Takes one line in; False where it does not fit plainly."""
        level, odd = divmod(len(spaces), 2)
        if odd or level >= _LEVELS or value == "null" or entry == "null":
            return False
        if dash:
            entries = self.list_at(level, plain=entry is not None)
            if entries is None:
                return False
            self.opened = None
            if entry is not None:
                entries.append(entry)
                self.current = level
                return True
            level += 1
            block: dict[str, Any] | None = {}
            entries.append(block)
            self.blocks[level], self.lists[level] = block, None
        else:
            block = self.block_at(level)
        return block is not None and key not in block and self.keep(block, level, key, value)

    def keep(self, block: dict[str, Any], level: int, key: str, value: str | None) -> bool:
        """Keeps a key and its value, or that its block or list is to come."""
        self.current = level
        if value is None:
            block[key], self.opened, self.awaiting = None, block, key
            return True
        self.opened = None
        if value[0] == "[":
            block[key] = value[1:-1].split(", ")
            return "null" not in block[key]
        block[key] = value[1:-1] if value[0] == '"' else value
        return True

    def list_at(self, level: int, *, plain: bool) -> list[Any] | None:
        """The list that a dash at a level adds to, of plain entries or of blocks."""
        if self.opened is not None and level == self.current + 1:
            entries: list[Any] = []
            self.opened[self.awaiting] = entries
            self.lists[level], self.blocks[level] = entries, None
            return entries
        known = self.lists[level] if level < self.current or (plain and level == self.current) else None
        return None if known and isinstance(known[-1], str) is not plain else known

    def block_at(self, level: int) -> dict[str, Any] | None:
        """The block that a key at a level belongs to."""
        if self.opened is not None and level == self.current + 1:
            block: dict[str, Any] = {}
            self.opened[self.awaiting] = block
            self.blocks[level], self.lists[level] = block, None
            return block
        return self.blocks[level] if level <= self.current else None
