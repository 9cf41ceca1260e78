"""A file's bytes, and how they become text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from refertext.problem import Flaw, FlawKind, Place

MOST_BYTES = 256 * 1024
"""The largest file that is read."""

_ORDINARY = bytes(range(0x20, 0x7F)) + b"\n"
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls but tab, line feed, carriage return, next line
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) [^\r\n]*", re.MULTILINE)
_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@dataclass(frozen=True, slots=True)
class Source:
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


def _hidden_characters(file: str, text: str) -> list[Flaw]:
    return [
        Flaw(
            FlawKind.HIDDEN_CHARACTER,
            Place(file, offsets=match.span()),
            found=f"U+{ord(match[0]):04X}",
        )
        for match in _HIDDEN.finditer(text)
    ]


def _conflict_markers(file: str, text: str) -> list[Flaw]:
    if "<<<<<<< " not in text and ">>>>>>> " not in text:
        return []
    return [
        Flaw(FlawKind.CONFLICT_MARKER, Place(file, offsets=match.span()), found=match[0][:60])
        for match in _CONFLICT.finditer(text)
    ]
