"""The lines of a file's keys in canonical form."""

from __future__ import annotations

from collections.abc import Iterable

from refertext.text.edits.intents import Order
from refertext.text.edits.sheet import Sheet
from refertext.text.formatting.order import put_in_order
from refertext.text.formatting.parts import Part
from refertext.text.formatting.values import STEP, mark_of, value_of

_APART = "  "  # before a remark beside a value


def lines_of(sheet: Sheet, whole: Part, order: Order) -> list[str]:
    """The lines of all keys of a file, without their ends."""
    if not whole.parts:
        return [*_from_first_remark(whole.below), "{}"]
    head = _head(whole)
    put_in_order(whole, order)
    above, lines = _entries(sheet, whole, 0)
    return [*head, *above, *lines, *whole.below]


def _head(whole: Part) -> list[str]:
    """Takes from the remarks at the beginning of a file those about all of it: those with a blank line below."""
    first = whole.parts[0]
    above = _from_first_remark(first.above)
    end = len(above) - above[::-1].index("") if "" in above else 0
    first.above = above[end:]
    return above[:end]


def _entries(sheet: Sheet, outer: Part, column: int) -> tuple[list[str], list[str]]:
    """The remarks above the first entry of a block or list, and the lines from it to the last."""
    first, *more = outer.parts
    above, lines = _entry(sheet, first, column)
    for part in more:
        above_it, written = _entry(sheet, part, column)
        lines += [*_set_in(above_it, column), *written]
    return _from_first_remark(above), lines


def _entry(sheet: Sheet, part: Part, column: int) -> tuple[list[str], list[str]]:
    """The remarks above an entry, and its lines with those below."""
    inner = column + STEP
    mark = " " * column + mark_of(part)
    value = value_of(sheet, part, column)
    if value is not None:
        inline = f"{mark} {value.inline}".rstrip(" ")
        below = column if value.lines else inner  # set in further it would be one of the lines
        return part.above, [_with_remark(inline, part), *value.lines, *_set_in(part.below, below)]
    above, lines = _entries(sheet, part, inner)
    lines += _set_in(part.below, inner)
    if part.key is None and part.value.id == "mapping":
        beside = [part.beside] if part.beside else []
        return [*part.above, *beside, *above], [f"{mark} {lines[0][inner:]}", *lines[1:]]
    return part.above, [_with_remark(mark, part), *_set_in(above, inner), *lines]


def _with_remark(line: str, part: Part) -> str:
    return f"{line}{_APART}{part.beside}" if part.beside else line


def _set_in(remarks: Iterable[str], column: int) -> list[str]:
    return [" " * column + remark if remark else "" for remark in remarks]


def _from_first_remark(remarks: list[str]) -> list[str]:
    """Remarks without the blank lines before them."""
    return remarks[next((number for number, remark in enumerate(remarks) if remark), len(remarks)) :]
