"""Splices: parts of a text that become others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from refertext.text.edits.sheet import Sheet

Span = tuple[int, int]


class Splice(NamedTuple):
    """The characters from `start` to `stop` become `text`."""

    start: int
    stop: int
    text: str


def spliced(text: str, splices: Iterable[Splice], changed: list[Span]) -> tuple[str, list[Span]]:
    """The text with its splices, which are in order and do not overlap, and the spans in it that are new.

    `changed` are the spans that were new in the text before.
    """
    for splice in reversed(list(splices)):
        start, stop, new = _narrowed(text, splice)
        if (start, stop, new) == (start, start, ""):
            continue
        changed = [_moved(span, start, stop, len(new)) for span in changed]
        changed.append((start + _unchanged_line_end(text, start, new, stop - start), start + len(new)))
        text = text[:start] + new + text[stop:]
    return text, changed


def changed_lines(text: str, changed: Iterable[Span]) -> tuple[Span, ...]:
    """First and last line, from 1, of each row of lines in which something is new or from which something went."""
    rows: list[Span] = []
    lines = {number for start, stop in changed for number in _lines(text, start, stop)}
    for line in sorted(lines):
        if rows and rows[-1][1] == line - 1:
            rows[-1] = (rows[-1][0], line)
        else:
            rows.append((line, line))
    return tuple(rows)


def inserted(sheet: Sheet, offset: int, lines: Iterable[str]) -> Splice:
    """Whole lines before the line that starts at an offset; at the end of a text without a last line end, after it."""
    end = sheet.line_end(offset)
    is_unended = offset == len(sheet.text) and bool(offset) and not sheet.text.endswith("\n")
    return Splice(offset, offset, "".join(f"{end}{line}" if is_unended else f"{line}{end}" for line in lines))


def _narrowed(text: str, splice: Splice) -> tuple[int, int, str]:
    """A splice without the lines that stay the same at both its ends."""
    old, new = text[splice.start : splice.stop], splice.text
    head = _same_lines(old, new)
    old, new = old[head:], new[head:]
    alike = _alike(old[::-1], new[::-1])
    tail = len(old[len(old) - alike :].partition("\n")[2])
    return splice.start + head, splice.stop - tail, new[: len(new) - tail]


def _same_lines(one: str, other: str) -> int:
    """The length of the whole lines at the beginning of two texts that are the same."""
    alike = _alike(one, other)
    rests = (one[alike:], other[alike:])
    return (
        alike if all(not rest or rest.startswith(("\n", "\r\n")) for rest in rests) else one.rfind("\n", 0, alike) + 1
    )


def _alike(one: str, other: str) -> int:
    """How many characters at the beginning of two texts are the same."""
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return shorter
    return next(at for at in range(shorter) if one[at] != other[at])


def _moved(span: Span, start: int, stop: int, length: int) -> Span:
    """Where a span stands after a splice; one that it touches grows around it."""
    shift = length - (stop - start)
    if span[1] <= start:
        return span
    if stop <= span[0]:
        return span[0] + shift, span[1] + shift
    return min(span[0], start), max(span[1], stop) + shift


def _unchanged_line_end(text: str, start: int, new: str, gone: int) -> int:
    """The length of the line end with which new lines begin that come after a line that stays as it is."""
    if gone or start == 0 or text[start - 1] == "\n":
        return 0
    return 2 if new.startswith("\r\n") else 1 if new.startswith("\n") else 0


def _lines(text: str, start: int, stop: int) -> range:
    first = text.count("\n", 0, start) + 1
    return range(first, first + text.count("\n", start, max(start, stop - 1)) + 1)
