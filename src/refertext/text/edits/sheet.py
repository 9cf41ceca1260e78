"""A file's text with its node tree: where nodes begin and end, and where lines do. Offsets count characters."""

from __future__ import annotations

from dataclasses import dataclass

from refertext.patterns import pattern
from refertext.problem import Flaw
from refertext.text.document import Region, find_region
from refertext.text.edits.intents import RefusedError
from refertext.text.subset import Node, compose

_LINE_END = pattern(r"\r?\n")
_REMARK = pattern(r"#[^\n]*")
_LINE_STOP = pattern(r"\r?\n|\Z")


@dataclass(frozen=True, eq=False)
class Sheet:
    """The text of one file, where its keys stand, and their tree (None where there are no keys yet).

    Where `has_no_lines`, no text of several lines is written below `|`.
    """

    file: str
    text: str
    region: Region
    root: Node | None
    has_no_lines: bool = False

    def begin(self, node: Node) -> int:
        """Where a node begins; of a block list, its first dash."""
        return self.region.start + int(node.start_mark.index)

    def stop(self, node: Node) -> int:
        """Where the last word of a node ends, before remarks and blank lines."""
        while node.id != "scalar" and not node.flow_style and node.value:
            last = node.value[-1]
            if node.id == "mapping":
                key, node = last
                if not self.has_colon(key, node):
                    return self.end(key)
            else:
                node = last
        return self._stop_of_lines(node) if is_of_lines(node) else self.end(node)

    def end(self, node: Node) -> int:
        """Where the parser saw a node end."""
        return self.region.start + int(node.end_mark.index)

    def has_colon(self, key: Node, value: Node) -> bool:
        """Whether a colon stands between a key and its value; `{a, b}` has none."""
        between = _REMARK.sub("", self.text[self.end(key) : self.end(value)])
        return bool(value.value) or value.id != "scalar" or ":" in between

    def _stop_of_lines(self, node: Node) -> int:
        """Where a text below `|` or `>` ends; blank lines that `+` keeps belong to it."""
        begin, written = self.begin(node), self.text[self.begin(node) : self.end(node)]
        header = written[: _stop_of_line(written, 0)]
        if "+" not in header.partition("#")[0]:
            return begin + len(written.rstrip(" \r\n"))
        kept = written.rstrip(" ")
        return begin + len(kept[:-1].removesuffix("\r") if kept.endswith("\n") else kept)

    def line_start(self, offset: int) -> int:
        """Where the line of an offset starts."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_stop(self, offset: int) -> int:
        """Where the line of an offset ends, before its line end."""
        return _stop_of_line(self.text, offset)

    def next_line(self, offset: int) -> int:
        """Where the line after that of an offset starts; the end of the text where there is none."""
        found = self.text.find("\n", offset)
        return found + 1 if found >= 0 else len(self.text)

    def column(self, offset: int) -> int:
        """How many characters stand before an offset in its line."""
        return offset - self.line_start(offset)

    def is_first_in_line(self, offset: int) -> bool:
        """Whether only spaces stand before an offset in its line."""
        return not self.text[self.line_start(offset) : offset].strip(" ")

    def line_end(self, offset: int) -> str:
        """The line end to write at an offset: that of the line before, else the first of the file."""
        if self.text[:offset].endswith("\n"):
            return "\r\n" if self.text[:offset].endswith("\r\n") else "\n"
        return line_end_of(self.text)


def sheet_of(file: str, text: str, *, has_no_lines: bool) -> Sheet:
    """The sheet of a text that `parse` can read."""
    region = find_region(file, text)
    if isinstance(region, Flaw):
        raise RefusedError("the keys of the file cannot be found")
    return Sheet(file, text, region, compose(text[region.start : region.end]), has_no_lines)


def child(node: Node, step: str | int) -> Node | None:
    """The value one step down; None where there is none."""
    if node is None or node.id == "scalar":
        return None
    if node.id == "mapping":
        return next((value for key, value in node.value if key.id == "scalar" and key.value == step), None)
    return node.value[step] if isinstance(step, int) and step < len(node.value) else None


def is_of_lines(node: Node) -> bool:
    """Whether a node is a text below `|` or `>`."""
    return node.id == "scalar" and node.style in ("|", ">")


def is_in_lines(node: Node) -> bool:
    """Whether a node is a block of keys or a list without braces or brackets."""
    return node.id != "scalar" and not node.flow_style


def line_end_of(text: str) -> str:
    """The first line end of a text."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def _stop_of_line(text: str, offset: int) -> int:
    found = _LINE_STOP.search(text, offset)
    return found.start() if found else len(text)
