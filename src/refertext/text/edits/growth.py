"""More keys in a block, more entries in a list."""

from __future__ import annotations

from collections.abc import Sequence

from refertext.patterns import pattern
from refertext.text.edits.blocks import Block, Entry, past_remarks
from refertext.text.edits.put import is_in_braces, manner_of
from refertext.text.edits.sheet import Sheet, is_of_lines
from refertext.text.edits.splices import Splice, inserted
from refertext.text.edits.written import Manner, Written, flow, key_text, under_dash, under_key
from refertext.text.subset import Node, Plain

_REST_OF_LINE = pattern(r" *(,?) *(?:#[^\r\n]*)?(?=\r?\n)")
_CLIPPED = pattern(r"[|>](\+?)[0-9]*(?=[ \r\n])")


def add_first_key(sheet: Sheet, key: str, value: Plain) -> list[Splice]:
    """The first key of a file that has none."""
    written = under_key(value, 0, Manner(has_no_lines=sheet.has_no_lines))
    return [inserted(sheet, sheet.region.end, [_after(f"{key_text(key)}:", written), *written.lines])]


def add_key(sheet: Sheet, block: Block, key: str, value: Plain, order: Sequence[str]) -> list[Splice]:
    """One more key in a block: after the one that comes before it in the order, at the end where it has no place."""
    if block.inside:
        new = f"{key_text(key)}: {flow(value)}"
        return _grown_inside(sheet, block, _place(block, key, order), new)
    place = _place(block, key, order)
    if place == 0 and not sheet.is_first_in_line(block.entries[0].start):
        place = 1  # the line of a dash stays as it is
    in_braces = _stands_in_braces(block, value)
    written = under_key(value, block.column, Manner(in_braces=in_braces, has_no_lines=sheet.has_no_lines))
    return _grown(sheet, block, place, _after(f"{key_text(key)}:", written), written)


def add_entry(sheet: Sheet, block: Block, place: int, value: Plain) -> list[Splice]:
    """One more entry of a list that has some, at this place, written as its neighbour is."""
    neighbour = block.entries[max(place - 1, 0)]
    manner = manner_of(sheet, neighbour)
    if block.inside:
        new = flow(value, manner.quotes) if value is not None else "null"
        return _grown_inside(sheet, block, place, new)
    quotes = manner.quotes if manner.quotes in ("'", '"') else ""
    in_braces = manner.in_braces and isinstance(value, dict)
    written = under_dash(value, block.column, manner._replace(quotes=quotes, column=None, in_braces=in_braces))
    return _grown(sheet, block, place, _after("-" + " " * (manner.gap - 1), written), written)


def _after(mark: str, written: Written) -> str:
    return f"{mark} {written.inline}" if written.inline else mark.rstrip(" ")


def _place(block: Block, key: str, order: Sequence[str]) -> int:
    if key not in order:
        return len(block.entries)
    earlier = {name: rank for rank, name in enumerate(order[: order.index(key)])}
    ranked = [
        (earlier[entry.key.value], place)
        for place, entry in enumerate(block.entries, 1)
        if entry.key and entry.key.value in earlier
    ]
    return max(ranked)[1] if ranked else 0


def _stands_in_braces(block: Block, value: Plain) -> bool:
    """Whether a new block of keys is written in braces: where all those beside it are."""
    beside = [entry for entry in block.entries if entry.value.id == "mapping"]
    is_flat = isinstance(value, dict) and all(inner is None or isinstance(inner, str) for inner in value.values())
    return is_flat and bool(beside) and all(is_in_braces(entry) for entry in beside)


def _grown(sheet: Sheet, block: Block, place: int, first: str, written: Written) -> list[Splice]:
    """New lines at a place in a block of lines."""
    lines = [" " * block.column + first, *written.lines]
    if place > 0:
        at = past_remarks(sheet, block.entries[place - 1], block.column)
        return [*_kept_end(sheet, block.entries[place - 1].value, at), inserted(sheet, at, lines)]
    start = block.entries[0].start
    if sheet.is_first_in_line(start):
        return [inserted(sheet, sheet.line_start(start), lines)]
    end = sheet.line_end(sheet.next_line(start))
    return [Splice(start, start, end.join([first, *written.lines, " " * block.column]))]


def _kept_end(sheet: Sheet, node: Node, at: int) -> list[Splice]:
    """A text below `|` that ends with the file, without a line end, would get one from lines after it."""
    while node.id != "scalar" and not node.flow_style and node.value:
        node = node.value[-1][1] if node.id == "mapping" else node.value[-1]
    if at < len(sheet.text) or sheet.text.endswith("\n") or not is_of_lines(node):
        return []
    begin = sheet.begin(node)
    header = _CLIPPED.match(sheet.text, begin)
    return [Splice(begin + 1, begin + 1 + len(header[1]), "-")] if header else []


def _grown_inside(sheet: Sheet, block: Block, place: int, new: str) -> list[Splice]:
    """A new entry at a place inside braces or brackets: in a line of its own where the others are."""
    if not block.entries:
        start, stop = sheet.begin(block.node), sheet.end(block.node)
        return [Splice(start + 1, stop - 1, new)]
    entry = block.entries[max(place - 1, 0)]
    rest = _REST_OF_LINE.match(sheet.text, entry.stop)
    if rest and all(sheet.is_first_in_line(each.start) for each in block.entries):
        return _grown_in_lines(sheet, entry, place, new, has_comma=bool(rest[1]))
    if place == 0:
        return [Splice(entry.start, entry.start, f"{new}, ")]
    at, gap = entry.stop, ""
    if entry.key is not None and sheet.text[at - 1] == ":":  # nothing stands after it
        at, gap = (at + 1, "") if sheet.text.startswith(" ", at) else (at, " ")
    return [Splice(at, at, f"{gap}, {new}")]


def _grown_in_lines(sheet: Sheet, entry: Entry, place: int, new: str, *, has_comma: bool) -> list[Splice]:
    indent = " " * sheet.column(entry.start)
    if place == 0:
        return [inserted(sheet, sheet.line_start(entry.start), [f"{indent}{new},"])]
    line = inserted(sheet, sheet.next_line(entry.stop), [f"{indent}{new}{',' if has_comma else ''}"])
    return [line] if has_comma else [Splice(entry.stop, entry.stop, ","), line]
