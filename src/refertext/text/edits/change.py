"""Intents carried out on a text, step by step; whether the result is what is meant must be seen afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from refertext.text.document import Region, find_region
from refertext.text.edits.blocks import block_at, entry_at
from refertext.text.edits.body import body_splices
from refertext.text.edits.growth import add_entry, add_first_key, add_key
from refertext.text.edits.intents import TEXT, Intent, Order, RefusedError
from refertext.text.edits.meaning import applied
from refertext.text.edits.put import put
from refertext.text.edits.removal import drop
from refertext.text.edits.sheet import Sheet, child, line_end_of, sheet_of
from refertext.text.edits.splices import Span, Splice, spliced
from refertext.text.edits.steps import AddEntry, AddKey, Drop, Put, Rename, Step, steps
from refertext.text.edits.written import key_text, seen


def carried_out(
    file: str, text: str, data: dict[str, Any], intents: Iterable[Intent], order: Order, *, has_no_lines: bool
) -> tuple[str, list[Span], dict[str, Any]]:
    """The text after all intents, the spans in it that are new, and the data that it is meant to hold.

    Where `has_no_lines`, texts of several lines are written in quotes: below `|` they would take in a remark that
    follows, or lack the line end that the file lacks. Raises RefusedError where an intent does not fit the data.
    """
    changed: list[Span] = []
    for intent in intents:
        meant = applied(data, intent)
        for step in steps(data, intent) if meant != data else ():
            text, changed = _with_front_matter(file, text, changed)
            sheet = sheet_of(file, text, has_no_lines=has_no_lines)
            text, changed = spliced(text, _splices(sheet, step, order), changed)
        data = meant
    return text, changed, data


def _with_front_matter(file: str, text: str, changed: list[Span]) -> tuple[str, list[Span]]:
    """The text with an empty front matter where a `.md` file has none."""
    region = find_region(file, text)
    if isinstance(region, Region) or text.startswith("---"):
        return text, changed
    end = line_end_of(text)
    return spliced(text, [Splice(0, 0, f"---{end}---{end}{end if text.strip() else ''}")], changed)


def _splices(sheet: Sheet, step: Step, order: Order) -> list[Splice]:
    if step.path == TEXT and sheet.file.endswith(".md") and child(sheet.root, "text") is None:
        return body_splices(sheet, _body_of(step))
    *above, last = step.path
    if sheet.root is None and isinstance(step, AddKey):
        return add_first_key(sheet, str(last), step.value)
    block = block_at(sheet, tuple(above))
    match step:
        case AddKey(_, value):
            return add_key(sheet, block, str(last), value, order(tuple(above)))
        case AddEntry(_, value):
            return add_entry(sheet, block, int(last), value)
        case Put(_, value):
            return put(sheet, block, block.entries[entry_at(block, last)], value)
        case Drop():
            return drop(sheet, block, entry_at(block, last))
        case Rename(_, name):
            key = block.entries[entry_at(block, last)].key
            return [Splice(sheet.begin(key), sheet.end(key), key_text(name, (key and key.style) or ""))]


def _body_of(step: Step) -> str:
    value = step.value if isinstance(step, (Put, AddKey)) else None
    if isinstance(step, (Rename, AddEntry)) or not (value is None or isinstance(value, str)):
        raise RefusedError("the text of the record is its body, which is plain text")
    return seen(value or "").strip()
