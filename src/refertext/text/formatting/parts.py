"""The entries of a file as a tree, ready to take the remarks that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from refertext.text.edits.blocks import entries_of
from refertext.text.edits.sheet import Sheet, is_in_lines
from refertext.text.subset import Node

ROOT_COLUMN = -2
"""The column of the whole file as if it stood under a key: what belongs into it is set in by two from there."""

_INSIDE = 1 << 20  # the column of what stands inside braces: right of every remark


@dataclass(eq=False, slots=True)
class Part:
    """One entry of a block or list, or the whole file: where it stands in the text, and its remarks.

    `start` is where its key or dash is, `stop` where its last word ends, `outer` what it is an entry of. `above` are
    the remarks before it, `below` those after it that are set further in, both with an empty text for each blank line;
    `beside` is the remark in its line.
    """

    key: Node | None
    value: Node
    start: int
    stop: int
    column: int
    outer: Part | None = None
    parts: list[Part] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    beside: str = ""
    below: list[str] = field(default_factory=list)

    @property
    def is_inside(self) -> bool:
        """Whether it stands inside braces or brackets."""
        return self.column == _INSIDE

    @property
    def has_remarks(self) -> bool:
        """Whether there is a remark with it or with anything in it."""
        own = self.beside or any(self.above) or any(self.below)
        return bool(own) or any(part.has_remarks for part in self.parts)

    def flat(self) -> Iterator[Part]:
        """It and everything in it, in the order of the text."""
        yield self
        for part in self.parts:
            yield from part.flat()


def parts_of(sheet: Sheet) -> Part:
    """The whole file with everything in it."""
    whole = Part(None, sheet.root, -1, sheet.stop(sheet.root), ROOT_COLUMN)
    _fill(sheet, whole)
    return whole


def _fill(sheet: Sheet, part: Part) -> None:
    if part.value.id == "scalar":
        return
    for entry in entries_of(sheet, part.value):
        column = sheet.column(entry.start) if is_in_lines(part.value) else _INSIDE
        inner = Part(entry.key, entry.value, entry.start, entry.stop, column, part)
        part.parts.append(inner)
        _fill(sheet, inner)
