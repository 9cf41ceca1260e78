"""Remarks: where they stand in a text, and what each of them belongs to."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from refertext.patterns import pattern
from refertext.text.edits.sheet import Sheet, is_in_lines, is_of_lines
from refertext.text.formatting.parts import Part
from refertext.text.subset import Node

_REMARK = pattern(r"#[^\n]*")
_TIGHT = pattern(r"#[^\s#]")


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark, from its `#` to the end of its line, and where it begins."""

    start: int
    text: str


def remarks_of(sheet: Sheet, whole: Part) -> list[Remark]:
    """All remarks among the keys of a file, in order: a `#` that is in no word begins one."""
    found: list[Remark] = []
    at = sheet.region.start
    for start, stop in [*_words(sheet, whole), (sheet.region.end, sheet.region.end)]:
        matches = _REMARK.finditer(sheet.text, at, max(start, at))
        found += [Remark(match.start(), match[0].rstrip()) for match in matches]
        at = max(at, stop)
    return found


def attach(sheet: Sheet, whole: Part, remarks: list[Remark]) -> None:
    """Gives each remark, and each blank line above one or above an entry, to what it belongs to.

    A remark beside a value belongs to it, one in a line of its own to the entry below, unless it is set further in than
    that: then to the entry above that it is set in from.
    """
    flat = [part for part in whole.flat() if part is not whole]
    starts = [part.start for part in flat]
    gaps: list[list[Remark]] = [[] for _ in range(len(flat) + 1)]
    for remark in remarks:
        gaps[bisect(starts, remark.start)].append(remark)
    for number, gap in enumerate(gaps):
        last = flat[number - 1] if number else whole
        following = flat[number] if number < len(flat) else None
        _attach_between(sheet, last, following, gap)
        if following and not following.is_inside and _is_below_blank(sheet, following.start):
            following.above.append("")


def _words(sheet: Sheet, whole: Part) -> Iterator[tuple[int, int]]:
    """Where words begin and end, in order; a `#` in them is one of their characters."""
    for part in whole.flat():
        for node in (part.key, part.value):
            if node is not None and node.id == "scalar":
                yield _start_of_words(sheet, node), sheet.stop(node)


def _start_of_words(sheet: Sheet, node: Node) -> int:
    begin = sheet.begin(node)
    return min(sheet.next_line(begin), sheet.stop(node)) if is_of_lines(node) else begin


def _attach_between(sheet: Sheet, last: Part, following: Part | None, remarks: list[Remark]) -> None:
    """Attaches the remarks between the beginnings of two parts, one after the other in the text."""
    for remark in remarks:
        if not sheet.is_first_in_line(remark.start):
            _attach_beside(sheet, last, following, remark)
            continue
        last, place = _place_of(sheet, last, following, remark)
        if _is_below_blank(sheet, remark.start) and place[-1:] != [""]:
            place.append("")
        place.append(remark.text)


def _attach_beside(sheet: Sheet, last: Part, following: Part | None, remark: Remark) -> None:
    """Attaches a remark to what ends before it in its line; above that if something is beside it already, or if it
    would look like the rest of a value that was cut by a hash.
    """
    owner = last
    while owner.outer and owner.stop < owner.outer.stop <= remark.start:
        owner = owner.outer
    is_elsewhere = owner.outer is None or "\n" in sheet.text[owner.stop : remark.start]
    if is_elsewhere:
        (following.above if following else owner.below).append(remark.text)
    elif owner.beside or (owner.value.id == "scalar" and _TIGHT.match(remark.text)):
        owner.above.append(remark.text)
    else:
        owner.beside = remark.text


def _place_of(sheet: Sheet, last: Part, following: Part | None, remark: Remark) -> tuple[Part, list[str]]:
    """What a remark in a line of its own belongs to, and the remarks there. Later ones belong no further in."""
    if following and last is following.outer:
        return last, following.above
    around = last
    while around.outer and around.stop <= remark.start:
        around = around.outer
    if around.value.id == "scalar":
        return around, around.above
    if is_in_lines(around.value):
        return _place_among_lines(sheet, last, following, remark)
    if following and following.start < around.stop:
        return following.outer or around, following.above
    return around, around.below


def _place_among_lines(sheet: Sheet, last: Part, following: Part | None, remark: Remark) -> tuple[Part, list[str]]:
    """The same among entries in lines: above the next entry, or below the last one that the remark is set in from."""
    column = sheet.column(remark.start)
    if following and following.outer and column <= following.column:
        return following.outer, following.above
    while last.column >= column and last.outer and not (following and last.outer is following.outer):
        last = last.outer
    return last, last.below


def _is_below_blank(sheet: Sheet, offset: int) -> bool:
    """Whether an offset is in the first words of its line, and the line before is blank."""
    start = sheet.line_start(offset)
    if start <= sheet.region.start or not sheet.is_first_in_line(offset):
        return False
    return not sheet.text[sheet.line_start(start - 1) : start].strip()
