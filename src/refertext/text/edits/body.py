"""The body of a `.md` file as a whole or in part."""

from __future__ import annotations

import re

from refertext.patterns import pattern
from refertext.text.edits.sheet import Sheet
from refertext.text.edits.splices import Splice

_LINE_END = pattern(r"\r?\n")
_BLANKS = pattern(r"[ \t]*")


def body_splices(sheet: Sheet, text: str) -> list[Splice]:
    """The splices that make a text the body; lines that stay the same keep their line ends."""
    start, old = _body(sheet)
    end = sheet.line_end(sheet.region.body)
    if old and text.startswith(old):
        return [_appended(sheet, start + len(old), _LINE_END.sub(end, text[len(old) :]))]
    if old:
        return _by_lines(start, old, text, end)
    head = end if sheet.text.endswith("\n") else end * 2
    tail = end if sheet.text.endswith("\n") else ""
    return [Splice(sheet.region.body, len(sheet.text), f"{head}{_LINE_END.sub(end, text)}{tail}")]


def alike(one: str, other: str) -> bool:
    """Whether two bodies say the same, whatever their line ends and the blanks at the ends of their lines."""
    return _said(one) == _said(other)


def _said(text: str) -> list[str]:
    return [line.rstrip() for line in _LINE_END.split(text.strip())]


def _body(sheet: Sheet) -> tuple[int, str]:
    """Where the body begins, and the body without the blanks around it."""
    written = sheet.text[sheet.region.body :]
    return len(sheet.text) - len(written.lstrip()), written.strip()


def _appended(sheet: Sheet, at: int, text: str) -> Splice:
    """More after the body, and after the blanks at the end of its last line."""
    blanks = _BLANKS.match(sheet.text, at)
    at = blanks.end() if blanks else at
    return Splice(at, at, text)


def _by_lines(start: int, old: str, new: str, end: str) -> list[Splice]:
    """One splice from the first line that differs to the last one."""
    olds, news = _split(old), _split(new)
    shorter = min(len(olds), len(news))
    head = next((at for at in range(shorter) if _bare(olds[at]) != _bare(news[at])), shorter)
    most = shorter - head
    tail = next((at for at in range(most) if _bare(olds[-1 - at]) != _bare(news[-1 - at])), most)
    first = start + sum(map(len, olds[:head]))
    last = start + sum(map(len, olds[: len(olds) - tail]))
    middle = "".join(_LINE_END.sub(end, line) for line in news[head : len(news) - tail])
    return [Splice(first, last, middle)]


def _split(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _bare(line: str) -> str:
    return line.rstrip("\r\n")
