"""Making any text harmless to show: what would steer a terminal or break a line is spelt out."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from refertext.patterns import pattern
from refertext.text.source import HIDDEN

MOST_CHARACTERS = 500
"""Of a sentence in a report; values in files can be much longer."""

_UNSAFE = pattern(f"[\t\n\r\x85\u2028\u2029]|{HIDDEN.pattern}")

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
_WITHOUT_WIDTH = ("Mn", "Me", "Cf")
_COMMAND = pattern(r"^(?P<before>[^\S\n]*):(?=:(?!:))|(?<=#)#(?=\w*\[)", re.MULTILINE)


def harmless(text: str) -> str:
    """The text with control characters, bidirectional controls and broken characters spelt out by their codes."""
    return _UNSAFE.sub(lambda match: _spelt(match[0]), text)


def one_line(text: str) -> str:
    """The text on one line: white space collapsed, the rest harmless."""
    return harmless(" ".join(text.split()))


def shortened(text: str) -> str:
    """The text, its middle left out where it is longer than anybody reads."""
    if len(text) <= MOST_CHARACTERS:
        return text
    half = MOST_CHARACTERS // 2
    return f"{text[:half]} … {text[-half:]}"


def without_commands(text: str) -> str:
    """A whole output without what a forge would obey where it keeps the log: lines of `::name::`, and `##[name]`."""
    return _COMMAND.sub(lambda match: f"{match['before'] or ''}{_spelt(match[0][-1])}", text)


def spreadsheet_cell(cell: Any) -> Any:
    """A value for CSV: a text on one line, and behind an apostrophe where a spreadsheet would take it for a formula."""
    if not isinstance(cell, str):
        return cell
    text = one_line(cell)
    return f"'{text}" if text.startswith(_FORMULAS) else text


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _spelt(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
