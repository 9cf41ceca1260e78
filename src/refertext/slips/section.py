"""Where slips stand: below “## Log” in the text of a meeting, and in all of a file in the log."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from refertext.patterns import pattern
from refertext.slips.kinds import after_bullet, attendance_behind, begun, has_bullet
from refertext.slips.remarks import remarks_in, without_open_remark, without_remarks

_LOG = r"[*_]{0,3}logs?(?:[ \t]+\d{1,2})?[ \t]*:?[*_]{0,3}:?[ \t]*"
_HEADING = pattern(
    rf"^ {{0,3}}(?:(#{{1,6}})[ \t]*{_LOG}#*|{_LOG}\r?\n {{0,3}}(=+|-+))[ \t]*\r?$\n?", re.IGNORECASE | re.MULTILINE
)
_UNDERLINED = {"=": 1, "-": 2}
_ENDS = {level: pattern(rf"^ {{0,3}}#{{1,{level}}}[ \t]", re.MULTILINE) for level in range(1, 7)}
"""Where a heading of a level ends what stands below one of it."""
_NO_SLIP = pattern(r"[ \t]*(?:#{1,6}(?:[ \t]|\Z)|```|~~~|(?:-[ \t]*){3,}\Z|(?:\*[ \t]*){3,}\Z|(?:_[ \t]*){3,}\Z|\Z)")
_LINE = pattern(r"[^\n]+")
_FILED = pattern(r"(.*?)\[((?:[^\[\]\\]|\\.)*)\]\(([^()\s]*)\)\s*")
_BRACKET = pattern(r"[\[\]\\]")


class Line(NamedTuple):
    """A line of a log that is a slip, or was one before it was filed: its text without the blanks at its end, and where
    it begins in the text that it stands in.

    `goes_on` tells that its words go on in the next line, `in_remark` that a remark over several lines begins or ends
    in it.
    """

    text: str
    start: int
    goes_on: bool = False
    in_remark: bool = False

    @property
    def link(self) -> str | None:
        """Where the record of a filed line stands, relative to the file of the line; None where it is not filed."""
        found = self._as_filed()
        return found[3] if found else None

    @property
    def slip(self) -> str:
        """What it says, or said before it was filed, without its bullet and its remarks."""
        found = self._as_filed()
        return re.sub(r"\\(.)", r"\1", found[2]) if found else _said(self.text)

    def filed(self, link: str) -> str:
        """The line with a link to the record that was made of it; its remarks stand behind the link."""
        bullet = self.text[: after_bullet(without_remarks(self.text)).start]
        lead = bullet if has_bullet(bullet) and not remarks_in(bullet) else "- "
        slip = f"{lead}[{_BRACKET.sub(_escaped, _said(self.text))}]({link})"
        return " ".join((slip, *remarks_in(self.text)))

    def _as_filed(self) -> re.Match[str] | None:
        found = _FILED.fullmatch(without_open_remark(without_remarks(self.text)))
        return found if found and not after_bullet(found[1]).text else None


def lines_of_log(text: str) -> Iterator[Line]:
    """The lines below the headings “Log” of a meeting's text."""
    shown = without_remarks(text)
    for _, start, end in _sections(text):
        yield from _lines(text, shown, start, end)


def lines_in(text: str) -> Iterator[Line]:
    """The lines of a text that are slips, or ought to be: no headings, rules, fences, remarks."""
    yield from _lines(text, without_remarks(text), 0, len(text))


def _lines(text: str, shown: str, start: int, end: int) -> Iterator[Line]:
    shown = without_open_remark(shown[start:end])
    waiting: Line | None = None
    after = 0
    for found in _LINE.finditer(shown):
        line = _line(text[start + found.start() : start + found.end()], start + found.start(), found[0])
        if _NO_SLIP.match(found[0].rstrip()):
            continue
        beside, after = found.start() == after + 1, found.end()
        if waiting and beside and _continues(waiting, found[0]):
            waiting = waiting._replace(goes_on=True)
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
        level = len(found[1]) if found[1] else _UNDERLINED[found[2][0]]
        after = _ENDS[level].search(text, found.end())
        at = after.start() if after else len(text)
        yield found.start(), found.end(), at


def _continues(before: Line, text: str) -> bool:
    """Whether a line belongs to the one above it, as Markdown has it; one that begins as a slip does not."""
    is_indented = text.startswith(("  ", "\t"))
    said = after_bullet(text)
    if has_bullet(text) or begun(said) or (attendance_behind(said) and not is_indented):
        return False
    return before.link is None and (has_bullet(before.text) or is_indented)


def _line(text: str, start: int, shown: str) -> Line:
    return Line(text.rstrip(" \t\r"), start, in_remark=without_remarks(text) != shown)


def _said(line: str) -> str:
    """What a line says, without its bullet and its remarks."""
    for remark in remarks_in(line):
        line = line.replace(remark, "", 1)
    return after_bullet(line).text.strip()


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
