"""Where slips stand: below “## Log” in the text of a meeting, and in all of a file in the log."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from refertext.slips.kinds import after_bullet, begun, has_bullet

_HEADING = re.compile(r"^(#{1,6})[ \t]*log[ \t]*:?[ \t]*#*[ \t]*\r?$\n?", re.IGNORECASE | re.MULTILINE)
_NO_SLIP = re.compile(r"[ \t]*(?:#{1,6}(?:[ \t]|\Z)|```|~~~|(?:-[ \t]*){3,}\Z|(?:\*[ \t]*){3,}\Z|(?:_[ \t]*){3,}\Z|\Z)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LINE = re.compile(r"[^\n]+")
_FILED = re.compile(r"(.*?)\[((?:[^\[\]\\]|\\.)*)\]\(([^()\s]*)\)\s*")
_BRACKET = re.compile(r"[\[\]\\]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a log that is a slip, or was one before it was filed: its text without the blanks at its end, and where
    it begins in the text that it stands in. `goes_on` tells that its words go on in the next line.
    """

    text: str
    start: int
    goes_on: bool = False

    @property
    def link(self) -> str | None:
        """Where the record of a filed line stands, relative to the file of the line; None where it is not filed."""
        found = _FILED.fullmatch(self.text)
        return found[3] if found and not after_bullet(found[1]).text else None

    @property
    def slip(self) -> str:
        """What it says, or said before it was filed, without its bullet."""
        found = _FILED.fullmatch(self.text) if self.link is not None else None
        return re.sub(r"\\(.)", r"\1", found[2]) if found else _said(self.text)

    def filed(self, link: str) -> str:
        """The line with a link to the record that was made of it."""
        lead = self.text[: after_bullet(self.text).start] if has_bullet(self.text) else "- "
        return f"{lead}[{_BRACKET.sub(_escaped, _said(self.text))}]({link})"


def lines_of_log(text: str) -> Iterator[Line]:
    """The lines below the headings “Log” of a meeting's text."""
    for _, start, end in _sections(text):
        yield from lines_in(text, start, end)


def lines_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The lines in a part of a text that are slips, or ought to be: no headings, rules, fences, remarks."""
    shown = _COMMENT.sub(_blanked, text[start:end])
    waiting: Line | None = None
    after = 0
    for found in _LINE.finditer(shown):
        line = Line(text[start + found.start() : start + found.end()].rstrip(" \t\r"), start + found.start())
        beside, after = found.start() == after + 1, found.end()
        if _NO_SLIP.match(found[0].rstrip()):
            continue
        if waiting and beside and _continues(waiting, found[0]):
            waiting = replace(waiting, goes_on=True)
            continue
        if waiting:
            yield waiting
        waiting = line
    if waiting:
        yield waiting


def without_log(text: str) -> str:
    """A meeting's text without its logs: they tell money of persons, and what is filed stands in its record."""
    kept, at = [], 0
    for heading, _, end in _sections(text):
        kept.append(text[at:heading])
        at = end
    return "".join([*kept, text[at:]])


def _sections(text: str) -> Iterator[tuple[int, int, int]]:
    """Where each heading “Log” begins, where its lines do, and where they end: at the next heading of its level."""
    at = 0
    while found := _HEADING.search(text, at):
        after = re.compile(rf"^#{{1,{len(found[1])}}}[ \t]", re.MULTILINE).search(text, found.end())
        at = after.start() if after else len(text)
        yield found.start(), found.end(), at


def _continues(before: Line, text: str) -> bool:
    """Whether a line belongs to the one above it, as Markdown has it; one that begins as a slip does not."""
    if has_bullet(text) or begun(after_bullet(text)):
        return False
    return before.link is None and (has_bullet(before.text) or text.startswith(("  ", "\t")))


def _said(line: str) -> str:
    return _COMMENT.sub("", after_bullet(line).text).strip()


def _blanked(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
