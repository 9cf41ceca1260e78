"""Symbolic places become lines and columns again, by composing that one file once more."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from refertext.patterns import pattern
from refertext.problem import Flaw, Part, Path, Place
from refertext.text.document import Region, find_region
from refertext.text.subset import Node, compose, is_nothing

_LINE_END = pattern(r"\r\n|\n|\r")
_LITERAL = pattern(r"\|[-+]?(?: +#[^\n]*)?\r?\n( +)")


class Span(NamedTuple):
    """Where something stands in a file, as editors count: lines and columns from 1, columns in characters
    (code points, a tab counts one). `end_column` is the column after the last character. `excerpt` is the
    whole first line, without its end.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str


def locate(text: str, place: Place) -> Span:
    """Where a place stands in the text of its file. For many places in one file make one `Places` instead."""
    return Places(place.file, text).span(place)


@dataclass(frozen=True, eq=False)
class Places:
    """One file's text, ready to be asked where places stand; it is composed and its lines are counted only once."""

    file: str
    text: str

    def span(self, place: Place) -> Span:
        """Where a place stands; of a path that does not exist, the deepest part that does."""
        start, end = self._offsets(place)
        first, last = self._line(start), self._line(max(start, end))
        return Span(
            first + 1,
            self._column(first, start),
            last + 1,
            self._column(last, max(start, end)),
            self._lines[first],
        )

    def _offsets(self, place: Place) -> tuple[int, int]:
        if place.offsets is not None:
            start, end = place.offsets
            return min(start, len(self.text)), min(end, len(self.text))
        region = self._region
        if region is None:
            return 0, self._end_of_line(0)
        if place.path == ("text",) and self._body:
            start = len(self.text) - len(self._body)
            if place.inside is not None:
                return self._in_lines(start + place.inside[0], start + place.inside[1])
            return self._narrowed((start, len(self.text)), place.piece)
        if self._root is None:
            return region.start, self._end_of_line(region.start)
        begin, end = self._node_offsets(self._root, place.path, place.part)
        if place.inside is not None:
            return self._inside(region.start + begin, region.start + end, place.inside)
        return self._narrowed((region.start + begin, region.start + end), place.piece)

    def _node_offsets(self, root: Node, path: Path, part: Part) -> tuple[int, int]:
        """Start and end of the entry that a path leads to. Of a block, its key stands for it."""
        node, key = root, None
        for step in path:
            child = self._child(node, step)
            if child is None:
                break
            key, node = child
        else:
            if part is Part.VALUE and node.id == "scalar" and not is_nothing(node):
                return node.start_mark.index, node.end_mark.index
        if key is None:
            key = _first_leaf(node)
        return key.start_mark.index, key.end_mark.index

    def _child(self, node: Node, step: str | int) -> tuple[Node | None, Node] | None:
        """The key (None in a list) and the value one step down."""
        if node.id == "mapping":
            if id(node) not in self._keyed:
                pairs = [(key, value) for key, value in reversed(node.value) if key.id == "scalar"]
                self._keyed[id(node)] = {key.value: (key, value) for key, value in pairs}
            return self._keyed[id(node)].get(step)
        if node.id == "sequence" and isinstance(step, int) and step < len(node.value):
            return None, node.value[step]
        return None

    @cached_property
    def _keyed(self) -> dict[int, dict[str | int, tuple[Node, Node]]]:
        """The entries of the blocks looked into so far, by key; the first of equal keys."""
        return {}

    @cached_property
    def _region(self) -> Region | None:
        region = find_region(self.file, self.text)
        return None if isinstance(region, Flaw) else region

    @cached_property
    def _body(self) -> str:
        return self.text[self._region.body :].lstrip() if self._region else ""

    @cached_property
    def _root(self) -> Node | None:
        return compose(self.text[self._region.start : self._region.end]) if self._region else None

    @cached_property
    def _starts(self) -> list[int]:
        """The offsets at which lines start."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    @cached_property
    def _lines(self) -> list[str]:
        """The lines without their ends; one text for all places in a line, because a line may have 256 KiB."""
        ends = [found.start() for found in _LINE_END.finditer(self.text)]
        return [self.text[start:end] for start, end in zip(self._starts, [*ends, len(self.text)], strict=True)]

    def _line(self, offset: int) -> int:
        """The line, from 0, in which an offset stands."""
        return bisect_right(self._starts, offset) - 1

    def _column(self, line: int, offset: int) -> int:
        """The column, from 1; both characters of a CRLF stand just after the line."""
        return min(offset, self._end_of_line(self._starts[line])) - self._starts[line] + 1

    def _end_of_line(self, offset: int) -> int:
        line = self._line(offset)
        return self._starts[line] + len(self._lines[line])

    def _in_lines(self, start: int, end: int) -> tuple[int, int]:
        """Two offsets, neither of them after the end of the text."""
        return min(start, len(self.text)), min(end, len(self.text))

    def _inside(self, begin: int, end: int, inside: tuple[int, int]) -> tuple[int, int]:
        """Some characters of a text that stands below `|`; of one written otherwise, its first line."""
        block = _LITERAL.match(self.text, begin, end)
        if not block:
            return self._narrowed((begin, end), "")
        indent = len(block[1])
        starts = [start for start in self._starts if block.start(1) <= start < end]
        at = 0
        for start in starts:
            length = max(self._end_of_line(start) - start - indent, 0)
            if inside[0] <= at + length:
                first = start + indent + inside[0] - at
                return self._in_lines(first, first + inside[1] - inside[0])
            at += length + 1
        return self._narrowed((begin, end), "")

    def _narrowed(self, offsets: tuple[int, int], piece: str) -> tuple[int, int]:
        """The first such piece inside the offsets, in any case of letters; without it, the first line of them."""
        start, end = offsets
        if piece:
            found = re.compile(re.escape(piece), re.IGNORECASE).search(self.text, start, end)  # noqa: TID251  at once
            if found:
                return found.span()
        return start, max(start, min(end, self._end_of_line(start)))


def _first_leaf(node: Node) -> Node:
    while node.id != "scalar" and node.value:
        first = node.value[0]
        node = first[0] if node.id == "mapping" else first
    return node
