"""Another value in the place of one that stands there."""

from __future__ import annotations

from refertext.patterns import pattern
from refertext.text.edits.blocks import Block, Entry, gap_of
from refertext.text.edits.sheet import Sheet, is_in_lines, is_of_lines
from refertext.text.edits.splices import Splice
from refertext.text.edits.written import Manner, Written, flow, under_dash, under_key
from refertext.text.subset import Plain, is_nothing

_HEADER = pattern(r"[|>][-+0-9]*")
_TIGHT_REMARK = pattern(r" +#[^\s#]")
_BLANK = pattern(r" *(?=[,\]}])|")
_INDENT = pattern(r"\r?\n( *)(?=[^ \r\n])")


def put(sheet: Sheet, block: Block, entry: Entry, value: Plain) -> list[Splice]:
    """The splices that give an entry another value, where it is not a block or list that both have entries."""
    if block.inside:
        return [_put_inside(sheet, entry, value)]
    begin = sheet.begin(entry.value)
    is_below = begin > sheet.line_stop(entry.anchor)
    new = _written(sheet, block, entry, value)
    if is_below and new.inline and not new.lines and not is_in_lines(entry.value) and not is_of_lines(entry.value):
        return [Splice(begin, entry.stop, new.inline)]
    return _put_below(sheet, entry, new) if is_below else [_put_beside(sheet, entry, new)]


def manner_of(sheet: Sheet, entry: Entry) -> Manner:
    """How the value of an entry is written."""
    node = entry.value
    if is_of_lines(node):
        indent = _INDENT.search(sheet.text, sheet.begin(node), entry.stop)
        return Manner(
            node.style, len(indent[1]) if indent else None, gap_of(sheet, entry), has_no_lines=sheet.has_no_lines
        )
    quotes = node.style or "" if node.id == "scalar" else ""
    return Manner(quotes, gap=gap_of(sheet, entry), in_braces=is_in_braces(entry), has_no_lines=sheet.has_no_lines)


def is_in_braces(entry: Entry) -> bool:
    """Whether the value of an entry is a block of keys in braces."""
    return bool(entry.value.id == "mapping" and entry.value.flow_style)


def _written(sheet: Sheet, block: Block, entry: Entry, value: Plain) -> Written:
    write = under_dash if block.is_list else under_key
    manner = manner_of(sheet, entry)
    if entry.value.id != "scalar":  # braces stay for the next block of keys only where others have them
        manner = manner._replace(in_braces=_all_in_braces(block, entry))
    new = write(value, block.column, manner)
    if not new.lines and isinstance(value, str) and _TIGHT_REMARK.match(sheet.text, entry.stop):
        return write(
            value, block.column, manner._replace(quotes=manner.quotes or '"')
        )  # else the remark would seem a part of it
    return new


def _all_in_braces(block: Block, entry: Entry) -> bool:
    others = [other for other in block.entries if other is not entry and other.value.id == "mapping"]
    return bool(others) and all(is_in_braces(other) for other in others)


def _put_beside(sheet: Sheet, entry: Entry, new: Written) -> Splice:
    """For a value that begins in the line of its key or dash; the remark in that line stays."""
    text, begin = sheet.text, max(sheet.begin(entry.value), entry.anchor)
    if is_nothing(entry.value) and not entry.value.value:
        begin = stop = entry.anchor
    elif is_of_lines(entry.value):
        header = _HEADER.match(text, begin)
        stop = header.end() if header else begin
    else:
        stop = entry.stop
    rest = text[stop : sheet.line_stop(stop)]
    gap = (text[entry.anchor : begin] or " ") if new.inline else ""
    end = sheet.line_end(sheet.next_line(stop))
    lines = "".join(f"{end}{line}" for line in new.lines)
    return Splice(entry.anchor, sheet.line_stop(entry.stop), f"{gap}{new.inline}{rest}{lines}")


def _put_below(sheet: Sheet, entry: Entry, new: Written) -> list[Splice]:
    """For a value that begins in a line below its key or dash; remarks between the two stay."""
    first = sheet.line_start(sheet.begin(entry.value))
    before = sheet.line_stop(first - 1) if not sheet.text.startswith("\r\n", first - 2) else first - 2
    end = sheet.line_end(first)
    lines = Splice(before, sheet.line_stop(entry.stop), "".join(f"{end}{line}" for line in new.lines))
    return [Splice(entry.anchor, entry.anchor, f" {new.inline}"), lines] if new.inline else [lines]


def _put_inside(sheet: Sheet, entry: Entry, value: Plain) -> Splice:
    """For a value inside braces or brackets."""
    text, begin = sheet.text, sheet.begin(entry.value)
    manner = manner_of(sheet, entry)
    new = "null" if value is None and entry.key is None else flow(value, manner.quotes)
    if entry.key is not None and not sheet.has_colon(entry.key, entry.value):
        return Splice(entry.anchor, entry.anchor, f": {new}")
    if is_nothing(entry.value) and not entry.value.value:
        blank = _BLANK.match(text, entry.anchor)
        return Splice(entry.anchor, blank.end() if blank else entry.anchor, f" {new}")
    return Splice(begin, entry.stop, f" {new}" if text[begin - 1] == ":" else new)
