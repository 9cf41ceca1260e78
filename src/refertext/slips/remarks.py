"""Remarks: `<!-- … -->` in a text, which only those read who edit the file."""

from __future__ import annotations

import re

from refertext.patterns import pattern

OPENING = "<!--"
"""What a remark begins with."""

_END = "-->"
_REMARK = pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def without_remarks(text: str) -> str:
    """A text with blanks for the remarks that end in it; its line ends stay."""
    return _REMARK.sub(lambda found: _blanks(found[0]) if found[0].endswith(_END) else found[0], text)


def without_open_remark(text: str) -> str:
    """A text without remarks that end in it, with blanks from where one begins that does not."""
    at = text.find(OPENING)
    return text if at < 0 else text[:at] + _blanks(text[at:])


def remarks_in(line: str) -> list[str]:
    """The remarks that end in a line."""
    return [found[0] for found in _REMARK.finditer(line) if found[0].endswith(_END)]


def _blanks(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
