"""A file's bytes, and how they become text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from refertext.patterns import pattern
from refertext.problem import Flaw, FlawKind, Place

MOST_BYTES = 256 * 1024
"""The largest file that is read."""
MOST_FLAWS_OF_A_KIND = 10
"""How many flaws of one kind are told for one file; the last of them counts the rest."""

_ORDINARY = bytes(range(0x20, 0x7F)) + b"\n"
HIDDEN = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls but tab, line feed, carriage return, next line
    "\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a"  # formatting
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"  # letters and marks that are blank
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e00ff\U000e01f0-\U0010ffff]"  # nothing, for all
)
"""Characters that nobody can see, which may deceive; also those that every computer shows otherwise, or as a box.

Joiners (U+200C, U+200D) and variation selectors are none of them: emoji, Persian and Japanese names need them.
"""
_CONFLICT = pattern(r"^(?:<{7} [^\r\n]*|>{7} [^\r\n]*)", re.MULTILINE)
_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


class Source(NamedTuple):
    """One file as it was found: its name relative to the group (with `/`) and its bytes.

    `flaw` is set, and `data` empty, when the file could not be read.
    """

    file: str
    data: bytes
    flaw: Flaw | None = None


def decode(source: Source) -> tuple[str, list[Flaw]]:
    """The text of a file, without a byte order mark, and what is wrong with its characters.

    Where bytes are not UTF-8 they become U+FFFD, so that offsets before the first of them stay right.
    """
    data = source.data.removeprefix(b"\xef\xbb\xbf")
    if not data.translate(None, _ORDINARY):
        text = data.decode("ascii")
        return text, _conflict_markers(source.file, text)
    if data.startswith(_UTF_16_OR_32):
        return "", [Flaw(FlawKind.NOT_UTF_8, Place(source.file, offsets=(0, 0)), found="UTF-16")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        start = len(data[: error.start].decode("utf-8", "replace"))
        found = f"byte 0x{data[error.start]:02X}"
        return text, [Flaw(FlawKind.NOT_UTF_8, Place(source.file, offsets=(start, start + 1)), found=found)]
    return text, _hidden_characters(source.file, text) + _conflict_markers(source.file, text)


def flaws_at(kind: FlawKind, matches: Iterator[re.Match[str]], file: str, start: int = 0) -> list[Flaw]:
    """The flaws at the first few matches, in a text that begins `start` characters into its file; the last of
    them counts the rest.
    """
    told = [
        Flaw(kind, Place(file, offsets=(start + match.start(), start + match.end())), found=shown(match[0]))
        for match in islice(matches, MOST_FLAWS_OF_A_KIND)
    ]
    more = sum(1 for _ in matches)
    return [*told[:-1], told[-1]._replace(more=more)] if more else told


def shown(text: str) -> str:
    """A text as it is, or the numbers of its characters where nobody could see them."""
    is_seen = text.isprintable() and not HIDDEN.search(text)
    return text if is_seen else " ".join(f"U+{ord(character):04X}" for character in text[:4])


def _hidden_characters(file: str, text: str) -> list[Flaw]:
    return flaws_at(FlawKind.HIDDEN_CHARACTER, HIDDEN.finditer(text), file)


def _conflict_markers(file: str, text: str) -> list[Flaw]:
    if "<<<<<<< " not in text and ">>>>>>> " not in text:
        return []
    return flaws_at(FlawKind.CONFLICT_MARKER, _CONFLICT.finditer(text), file)
