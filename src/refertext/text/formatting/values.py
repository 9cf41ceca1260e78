"""Values as they are written in canonical form, in the line of their key or dash or below it."""

from __future__ import annotations

import re
import textwrap

from refertext.patterns import pattern
from refertext.text.edits.sheet import Sheet
from refertext.text.edits.written import ODD, WIDEST, Manner, Written, are_few_words, flow, key_text, under_key
from refertext.text.formatting.parts import Part
from refertext.text.subset import Node, is_nothing

_ESCAPED = str.maketrans({
    "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P",
})  # fmt: skip
_NUMBER = pattern(r"\d+(?:\.\d+)?%?", re.ASCII)

STEP = 2
"""Columns a level."""


def mark_of(part: Part) -> str:
    """What a value stands behind: its key and a colon, or a dash."""
    return f"{_key(part.key)}:" if part.key else "-"


def _key(key: Node) -> str:
    return _escaped(key.value) if ODD.search(key.value) else key_text(key.value)


def value_of(sheet: Sheet, part: Part, column: int) -> Written | None:
    """The value of a part that begins in a column; None for a block or list with lines of its own."""
    node = part.value
    if node.id == "scalar":
        return _nothing(part) if is_nothing(node) else _text(sheet, part, column)
    if not node.value:
        return Written("[]" if node.id == "sequence" else "{}")
    if node.id == "sequence" and _is_in_brackets(part):
        return Written(flow([entry.value for entry in node.value]))
    if node.id == "mapping" and _is_row(part):
        return Written(flow({inner.key.value: inner.value.value for inner in part.parts if inner.key}))
    return None


def _nothing(part: Part) -> Written:
    return Written("" if part.key else "null")


def _is_in_brackets(part: Part) -> bool:
    """Whether a list stays in brackets: a short one of words that stands in some, or that is an entry of a list."""
    entries = part.value.value
    if (part.key and not part.value.flow_style) or any(inner.has_remarks for inner in part.parts):
        return False
    words = [entry.value for entry in entries if entry.id == "scalar" and not is_nothing(entry)]
    return len(words) == len(entries) and not any(map(ODD.search, words)) and are_few_words(words)


def _is_row(part: Part) -> bool:
    """Whether an entry of a list stays in braces: one that holds nothing but numbers, as a row of a table does."""
    if part.key or not part.value.flow_style or any(inner.has_remarks for inner in part.parts):
        return False
    return all(inner.value.id == "scalar" and _NUMBER.fullmatch(inner.value.value) for inner in part.parts)


def _text(sheet: Sheet, part: Part, column: int) -> Written:
    node, text = part.value, part.value.value
    if ODD.search(text):
        return Written(_escaped(text))
    lines: tuple[str, ...] = ()
    if node.style == ">":
        lines = _folded_lines(sheet, node)
    elif node.start_mark.line < node.end_mark.line and "\n" not in text and node.style != "|":
        lines = _filled_lines(part, column)
    if lines:
        indent = " " * (column + STEP)
        return Written(">" if text.endswith("\n") else ">-", tuple(indent + line if line else "" for line in lines))
    return under_key(text, column, Manner(quotes="|" if node.style == "|" else ""))


def _folded_lines(sheet: Sheet, node: Node) -> tuple[str, ...]:
    """The lines of a text below `>`, as they are broken; none where they would read back differently elsewhere."""
    header, *lines = sheet.text[sheet.begin(node) : sheet.stop(node)].split("\n")
    if not lines or not lines[0].strip():
        return ()
    indent = len(lines[0]) - len(lines[0].lstrip(" "))
    is_odd = re.match(r">[+-]?[1-9]", header) or node.value.endswith((" ", " \n", "\n\n"))
    if is_odd or any(line.isspace() and len(line) > indent for line in lines):
        return ()
    return tuple(line[indent:] for line in lines)


def _filled_lines(part: Part, column: int) -> tuple[str, ...]:
    """The lines of a text that somebody broke into some, unless it fits into one."""
    text = part.value.value
    if column + len(mark_of(part)) + 1 + len(text) <= WIDEST:
        return ()
    width = max(WIDEST - column - STEP, WIDEST // 2)
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return tuple(lines) if len(lines) > 1 and text[0] != " " and " ".join(lines) == text else ()


def _escaped(text: str) -> str:
    return f'"{text.translate(_ESCAPED)}"'
