"""Plain data as refertext writes them: one key a line, two spaces a level, quotes only where they are needed."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from refertext.patterns import pattern
from refertext.text.edits.intents import RefusedError
from refertext.text.source import HIDDEN, shown
from refertext.text.subset import Plain

WIDEST = 100
"""Columns up to which a list of words is written on one line."""

_STEP = 2  # columns a level
_AROUND = 30  # characters shown before and after one that is refused
_NOT_PLAIN = pattern(
    r"""[-?:,\[\]{}#&*!|>'"%@`=<\s“„«»‘’‚]|.*(?::(?:\s|\Z)|\s\#|\s\Z)|~?\Z|null\Z|\.\.\.(?:\s|\Z)""",
    re.DOTALL | re.VERBOSE,
)
_NOT_PLAIN_INSIDE = pattern(r"[,\[\]{}?]")  # inside braces and brackets
ODD = pattern("[\t\r\x85\u2028\u2029]")
"""What must not stand among keys as it is, only escaped: a tab, line ends of other kinds."""


class Written(NamedTuple):
    """A value as text: what follows its key or dash in the same line, and the whole lines below, without their ends."""

    inline: str
    lines: tuple[str, ...] = ()


class Manner(NamedTuple):
    """How a value's place is written so far: the style of its quotes (`'`, `"`, `|`, `>` or none), the column of
    its text where that is a block of lines, the spaces after its dash, and whether blocks of keys stand in braces.

    Where `has_no_lines`, no text of several lines may stand below `|`, since what follows would belong to it.
    """

    quotes: str = ""
    column: int | None = None
    gap: int = 1
    in_braces: bool = False
    has_no_lines: bool = False

    @property
    def within(self) -> Manner:
        """The manner of values inside the value."""
        return Manner(has_no_lines=self.has_no_lines)


PLAINLY = Manner()


def under_key(value: Plain, column: int, manner: Manner = PLAINLY) -> Written:
    """A value as it is written after a key that stands in that column."""
    if isinstance(value, str):
        return _text(value, column, manner)
    if not value or manner.in_braces:
        return Written("" if value is None else flow(value))
    if isinstance(value, dict):
        return Written("", tuple(_block(value, column + _STEP, manner.within)))
    if are_few_words(value):
        return Written(flow(value))
    return Written("", tuple(line for entry in value for line in _dashed(entry, column + _STEP, manner.within)))


def under_dash(value: Plain, column: int, manner: Manner = PLAINLY) -> Written:
    """A value as it is written after a dash that stands in that column, and its gap of spaces."""
    if value is None:
        return Written("null")
    if isinstance(value, dict) and value and not manner.in_braces:
        first, *more = _block(value, column + 1 + manner.gap, manner.within)
        return Written(first.lstrip(" "), tuple(more))
    return under_key(value, column, manner)


def flow(value: Plain, quotes: str = "") -> str:
    """A value as it is written inside braces and brackets; nothing is nothing."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key_text(key)}: {flow(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(flow(inner) if inner is not None else 'null' for inner in value)}]"
    return "" if value is None else scalar(value, quotes, inside=True)


def key_text(name: str, quotes: str = "") -> str:
    """A key as it is written anywhere."""
    return scalar(name, quotes, inside=True)


def scalar(text: str, quotes: str = "", *, inside: bool) -> str:
    """A text on one line: plain unless it would read back differently or its place has quotes so far."""
    checked(text)
    broken = "\n" in text
    plain = not _NOT_PLAIN.match(text) and not (inside and _NOT_PLAIN_INSIDE.search(text)) and not broken
    if plain and quotes not in ("'", '"'):
        return text
    if broken or quotes == '"' or (quotes != "'" and not ('"' in text or "\\" in text)):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def checked(text: str) -> str:
    """The text, unless it holds what must not stand among keys."""
    odd = ODD.search(text)
    if odd:
        raise _refused(odd, "a tab" if odd[0] == "\t" else f"a line end of another kind ({shown(odd[0])})")
    return seen(text)


def seen(text: str) -> str:
    """The text, unless it holds what nobody can see."""
    hidden = HIDDEN.search(text)
    if hidden:
        raise _refused(hidden, f"a hidden character ({shown(hidden[0])})")
    return text


def _refused(odd: re.Match[str], name: str) -> RefusedError:
    before, after = odd.string[: odd.start()].rpartition("\n")[2], odd.string[odd.end() :].partition("\n")[0]
    line = f"{before[-_AROUND:]} {after[:_AROUND]}"
    words = "".join(letter if letter.isprintable() else " " for letter in line).strip()
    return RefusedError(f"“{words}” holds {name}: write it without")


def _text(text: str, column: int, manner: Manner) -> Written:
    if ("\n" in text or manner.quotes in ("|", ">")) and not manner.has_no_lines:
        lines = _literal(checked(text), manner.column or column + _STEP)
        if lines:
            return Written("|" if text.endswith("\n") else "|-", lines)
    return Written(scalar(text, manner.quotes, inside=False))


def _literal(text: str, column: int) -> tuple[str, ...]:
    """The lines of a text below `|`; none where they would read back differently."""
    lines = text.removesuffix("\n").split("\n")
    if not lines[0] or not lines[-1] or lines[0].startswith(" ") or any(line.isspace() for line in lines):
        return ()
    return tuple(" " * column + line if line else "" for line in lines)


def _block(block: dict[str, Any], column: int, manner: Manner) -> list[str]:
    lines = []
    for key, value in block.items():
        written = under_key(value, column, manner)
        lines += [f"{' ' * column}{key_text(key)}: {written.inline}".rstrip(" "), *written.lines]
    return lines


def _dashed(entry: Plain, column: int, manner: Manner) -> list[str]:
    written = under_dash(entry, column, manner)
    return [f"{' ' * column}- {written.inline}".rstrip(" "), *written.lines]


def are_few_words(entries: list[Any]) -> bool:
    """Whether a list is short enough to stand in brackets, and holds nothing but words."""
    return all(isinstance(entry, str) and "\n" not in entry for entry in entries) and len(flow(entries)) <= WIDEST
