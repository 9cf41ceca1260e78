"""Fewer keys in a block, fewer entries in a list."""

from __future__ import annotations

from refertext.text.edits.blocks import Block, Entry, past_remarks
from refertext.text.edits.intents import RefusedError
from refertext.text.edits.sheet import Sheet, is_in_lines, is_of_lines
from refertext.text.edits.splices import Splice
from refertext.text.subset import Node


def drop(sheet: Sheet, block: Block, place: int) -> list[Splice]:
    """The splices that take an entry away that is not the only one."""
    if len(block.entries) == 1:
        raise RefusedError("no key would be left in the file")
    if block.inside:
        return [_drop_inside(sheet, block, place)]
    if sheet.is_first_in_line(block.entries[place].start):
        return [_drop_lines(sheet, block, place)]
    return [_drop_after_dash(sheet, block)]


def _drop_lines(sheet: Sheet, block: Block, place: int) -> Splice:
    entry = block.entries[place]
    start, stop = sheet.line_start(entry.start), past_remarks(sheet, entry, block.column)
    is_unended = stop == len(sheet.text) and not sheet.text.endswith("\n")
    if is_unended and place > 0 and not _ends_with_lines(block.entries[place - 1].value):
        start -= len(sheet.line_end(start))
    return Splice(start, stop, "")


def _ends_with_lines(node: Node) -> bool:
    """Whether a node ends with a text below `|`, of which the line end after it is a part."""
    while is_in_lines(node) and node.value:
        node = node.value[-1][1] if node.id == "mapping" else node.value[-1]
    return is_of_lines(node)


def _drop_after_dash(sheet: Sheet, block: Block) -> Splice:
    """For the first entry, in the line of a dash; the next one takes its place unless remarks stand between."""
    entry, following = block.entries[:2]
    if not sheet.text[entry.stop : following.start].strip():
        return Splice(entry.start, following.start, "")
    before = len(sheet.text[: entry.start].rstrip(" "))
    return Splice(before, sheet.line_stop(entry.stop), "")


def _drop_inside(sheet: Sheet, block: Block, place: int) -> Splice:
    entry = block.entries[place]
    if _has_lines_of_its_own(sheet, entry):
        return Splice(sheet.line_start(entry.start), sheet.next_line(entry.stop), "")
    if place == 0:
        return Splice(entry.start, block.entries[1].start, "")
    return Splice(block.entries[place - 1].stop, entry.stop, "")


def _has_lines_of_its_own(sheet: Sheet, entry: Entry) -> bool:
    """Whether nothing but a comma and a remark stand beside an entry in its lines."""
    rest = sheet.text[entry.stop : sheet.line_stop(entry.stop)].partition("#")[0].strip(" ")
    return sheet.is_first_in_line(entry.start) and rest in ("", ",")
