"""Blocks of keys and lists in a text: where each of their entries begins and ends."""

from __future__ import annotations

from typing import NamedTuple

from refertext.patterns import pattern
from refertext.problem import Path
from refertext.text.edits.intents import RefusedError
from refertext.text.edits.meaning import shown
from refertext.text.edits.sheet import Sheet, child
from refertext.text.subset import Node

_REMARK = pattern(r"(?:[ ]*\r?\n)*([ ]*)#")


class Entry(NamedTuple):
    """One entry of a block of keys or of a list.

    `start` is where its key or its dash stands (inside brackets its value), `anchor` where its colon or dash ends,
    `stop` where its last word ends.
    """

    key: Node | None
    value: Node
    start: int
    anchor: int
    stop: int


class Block(NamedTuple):
    """A block of keys or a list with its entries: in lines from that column on, or `inside` braces or brackets."""

    node: Node
    entries: tuple[Entry, ...]
    inside: bool
    column: int

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return bool(self.node.id == "sequence")


def block_at(sheet: Sheet, path: Path) -> Block:
    """The block of keys or the list at a path."""
    node = sheet.root
    for step in path:
        node = child(node, step)
    if node is None or node.id == "scalar":
        raise RefusedError(f"“{shown(path)}” cannot be found in the lines of the file")
    return Block(node, entries_of(sheet, node), bool(node.flow_style), sheet.column(sheet.begin(node)))


def entries_of(sheet: Sheet, node: Node) -> tuple[Entry, ...]:
    """The entries of a block of keys or of a list."""
    return _keyed(sheet, node) if node.id == "mapping" else _listed(sheet, node)


def entry_at(block: Block, step: str | int) -> int:
    """The position of an entry in its block or list."""
    if isinstance(step, int):
        return step
    return next(number for number, entry in enumerate(block.entries) if entry.key and entry.key.value == step)


def gap_of(sheet: Sheet, entry: Entry) -> int:
    """The spaces between the dash of an entry and its value; one where there is no value beside it."""
    begin = sheet.begin(entry.value)
    return begin - entry.anchor if entry.anchor < begin <= sheet.line_stop(entry.anchor) else 1


def past_remarks(sheet: Sheet, entry: Entry, column: int) -> int:
    """Where the line after an entry starts and after the remarks that are set further in, so belong to it."""
    at = sheet.next_line(entry.stop)
    while at < sheet.region.end:
        remark = _REMARK.match(sheet.text, at)
        if not remark or len(remark[1]) <= column:
            break
        at = sheet.next_line(remark.end())
    return at


def _keyed(sheet: Sheet, node: Node) -> tuple[Entry, ...]:
    entries = []
    for key, value in node.value:
        anchor = sheet.end(key)
        if sheet.has_colon(key, value):
            anchor = sheet.text.index(":", anchor) + 1
            stop = sheet.stop(value)
        else:
            stop = anchor
        entries.append(Entry(key, value, sheet.begin(key), anchor, stop))
    return tuple(entries)


def _listed(sheet: Sheet, node: Node) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    for value in node.value:
        start = anchor = sheet.begin(value)
        if not node.flow_style:
            start = _dash(sheet, node, entries)
            anchor = start + 1
        entries.append(Entry(None, value, start, anchor, sheet.stop(value)))
    return tuple(entries)


def _dash(sheet: Sheet, node: Node, before: list[Entry]) -> int:
    """Where the dash of the next entry of a block list stands."""
    if not before:
        return sheet.begin(node)
    indent = " " * sheet.column(sheet.begin(node))
    at = sheet.next_line(before[-1].stop)
    while not sheet.text.startswith(f"{indent}-", at):
        if at >= sheet.region.end:
            raise RefusedError("the entries of a list cannot be told apart")
        at = sheet.next_line(at)
    return at + len(indent)
