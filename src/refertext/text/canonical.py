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
_SPECIAL = '["n'  # how lists, quoted texts and null begin
_LETTERS = "\u00c0-\u024f\u2013-\u201d"  # accents, dashes and curly quotes, beside printable ASCII
_PLAIN = rf'[A-Za-z0-9](?:[ !"$-9;-~{_LETTERS}]++|:(?=[!-~{_LETTERS}]))*+(?<! )'
_WORD = rf"[A-Za-z0-9](?:[ $-+\--9;-Z^-z{_LETTERS}]*[$-+\--9;-Z^-z{_LETTERS}])?"
_LIST = rf"\[{_WORD}(?:, {_WORD})*\]"
_QUOTED = rf'"[ !#-\[\]-~{_LETTERS}]*"'
_VALUE = rf"{_PLAIN}|{_LIST}|{_QUOTED}"
_LINE = re.compile(rf"^(( *)(- )?(?:([A-Za-z0-9][A-Za-z0-9_-]*):(?: ({_VALUE}))?|(?<=- )({_PLAIN}))\n)", re.MULTILINE)


def recognise(text: str) -> dict[str, Any] | None:
    """The plain data of a text in canonical style; None where it is in any other, or faulty."""
    if len(text) > MOST_CHARACTERS:
        return None
    found = _LINE.findall(text)
    if sum([len(line[0]) for line in found]) != len(text):
        return None
    lines = _Lines()
    block, indent = lines.root, 0
    for _, spaces, dash, key, value, entry in found:
        if value and not dash and len(spaces) == indent and key not in block and value[0] not in _SPECIAL:
            block[key] = value  # most lines are one more plain value in the same block
            lines.opened = None
        elif lines.take(len(spaces), dash, key, value, entry):
            block, indent = lines.block, lines.indent
        else:
            return None
    return lines.root or None


class _Lines:
    """The lines taken so far, and what is open at each level of indentation."""

    __slots__ = ("awaiting", "block", "blocks", "current", "indent", "lists", "opened", "root")

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.blocks: list[dict[str, Any] | None] = [self.root, *[None] * _LEVELS]
        self.lists: list[list[Any] | None] = [None] * (_LEVELS + 1)
        self.current = 0  # the level of the last line's key, or of its dash before a plain entry
        self.opened: dict[str, Any] | None = None  # the block whose last key, `awaiting`, had no value
        self.awaiting = ""
        self.block, self.indent = self.root, 0  # where the next line's key most likely belongs; -1 for nowhere

    def take(self, spaces: int, dash: str, key: str, value: str, entry: str) -> bool:
        """Takes one line in; False where it does not fit plainly."""
        level, odd = divmod(spaces, 2)
        if odd or level >= _LEVELS or value == "null" or entry == "null":
            return False
        if entry:
            return self.take_entry(level, entry)
        block = self.new_block(level) if dash else self.block_at(level)
        if block is None or key in block:
            return False
        self.current = level + 1 if dash else level
        self.block, self.indent = block, 2 * self.current
        return self.keep(block, key, value)

    def take_entry(self, level: int, entry: str) -> bool:
        """Takes a plain entry of a list."""
        entries = self.list_at(level, plain=True)
        if entries is None:
            return False
        entries.append(entry)
        self.current, self.opened, self.indent = level, None, -1
        return True

    def keep(self, block: dict[str, Any], key: str, value: str) -> bool:
        """Keeps a key and its value, or that its block or list is to come."""
        if not value:
            block[key], self.opened, self.awaiting = None, block, key
            return True
        self.opened = None
        if value[0] == "[":
            block[key] = value[1:-1].split(", ")
            return "null" not in block[key]
        block[key] = value[1:-1] if value[0] == '"' else value
        return True

    def new_block(self, level: int) -> dict[str, Any] | None:
        """A new block in the list that a dash at a level adds to."""
        entries = self.list_at(level, plain=False)
        if entries is None:
            return None
        block: dict[str, Any] = {}
        entries.append(block)
        self.blocks[level + 1], self.lists[level + 1] = block, None
        return block

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
