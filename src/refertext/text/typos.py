"""Everyday typos behind a complaint of the YAML parser, which often blames a later line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

MOST_LINES_ABOVE = 20
"""How far above the blamed line a typo is looked for, so that the search costs nothing."""

_LONGEST_SHOWN = 120  # characters


class TypoKind(StrEnum):
    """What went wrong in a line; rules/files/yaml_error.py says it in a sentence."""

    TIGHT_COLON = "no space after the colon"
    NO_COLON = "no colon in the line"
    ODD_SPACE = "no-break space"
    WIDE_SPACE = "wide space"
    WIDE_COLON = "full-width colon"
    VALUE_ABOVE_LINES = "a value, and lines below it"
    BULLET = "a bullet other than a hyphen"
    FENCE = "a line of Markdown around code"
    CURLY = "curly quotes around a value that needs straight ones"
    APOSTROPHE = "an apostrophe inside single quotes"
    STARS = "stars of Markdown"
    LINK = "a link of Markdown"
    ANSWERED = "a line that begins as those of an answered mail"
    OUTDENTED = "further to the left than its neighbours"


@dataclass(frozen=True, slots=True)
class Typo:
    """A typo, where it starts and ends, and what to write `instead` where that is known."""

    kind: TypoKind
    start: int
    end: int
    instead: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that says something: its content without dashes and remark, where that starts, and in which columns.

    `column` is that of the content, `outer` that of the first dash before it, if there is one.
    """

    content: str
    start: int
    column: int
    outer: int

    @property
    def dashed(self) -> bool:
        return self.outer < self.column

    def typo(self, kind: TypoKind, instead: str = "") -> Typo:
        shown = instead if len(instead) <= _LONGEST_SHOWN else ""
        return Typo(kind, self.start, self.start + len(self.content), shown)


_MOST_WORDS = 3  # more of them are a sentence rather than a key and its value
_EQUALS = re.compile(r"([A-Za-z][\w-]*) *= *([^\s=].*)")
_FENCE = re.compile(r"```[\w-]*")
_CURLY = re.compile(r"([A-Za-z][\w-]*: +)[“„«‘‚](.+)[“”»‘’]")
_APOSTROPHE = re.compile(r"([A-Za-z][\w-]*: +)'([^'\"\\]*\w'\w[^\"\\]*)'")
_LINK = re.compile(r"([A-Za-z][\w-]*: +)\[([^\[\]]+)\]\([^\s()]+\)")
_STARS = re.compile(r"\*{1,3}([^\s*](?:[^*]*[^\s*])?)\*{1,3}")
_COLON_MISSED = "could not find expected ':'"
_LINE_REFUSED = (
    "mapping values are not allowed",
    "did not find expected key",
    "did not find expected '-' indicator",
    "did not find expected <document start>",
    "expected <block end>",
    "expected '<document start>'",
)
_LEAD = re.compile(r" *((?:- +)*)")
_REMARK = re.compile(r"(?:^| )#.*")
_ODD_SPACE = re.compile(r"(?:[\w-]+:|-)? *([\u00a0\u202f\u3000])")
_WIDE_COLON = re.compile(r"[A-Za-z][\w-]* ?(\uff1a)")
_TIGHT_COLON = re.compile(r"([A-Za-z][\w-]*) ?:(?!//)([^\s:].*)")
_BULLET = re.compile(r"(?:[*•◦▪‣·–—] +|[•◦▪‣]|-(?=[^\s-]))([^\s:].*)")
_STAR = re.compile(r"\* +(\S.*)")
_KEY = re.compile(r"[A-Za-z0-9][\w-]*:(?: +(\S.*)|$)")
_KEY_ALONE = re.compile(r"[a-z][a-z0-9_-]*")
_CLOSED_BY = {'"': '"', "'": "'", "[": "]", "{": "}"}


def find_typo(text: str, problem: str, context: str, at: int) -> Typo | None:
    """The typo behind a complaint of the parser at an offset; None where it is not certain.

    Where a colon was missed, the offset is where the key begins.
    """
    if _COLON_MISSED in problem:
        return _typo_in(_line_at(text, at))
    if "cannot start any token" in problem:
        return _fence(_line_at(text, at))
    if "while scanning a block scalar" in context:
        return _answered(_line_at(text, at))
    if "while scanning an alias" in context:
        line = _line_at(text, at)
        return _starred(line, at) or _stars(line)
    if any(part in problem for part in _LINE_REFUSED):
        return _typo_about(text, at)
    return None


def _typo_about(text: str, at: int) -> Typo | None:
    """The typo behind a line whose first key is refused: it, or one above, is not what it should be."""
    line = _line_at(text, at)
    before = text[text.rfind("\n", 0, at) + 1 : at]
    if ": " in before:
        return _curly(line) or _apostrophe(line) or _link(line)
    if any(opening in before for opening in _CLOSED_BY):
        return None
    above = list(islice(_lines_above(text, at), MOST_LINES_ABOVE))
    told = [other for other in above if other.content]
    if not told:
        return None
    typo = _odd_space(line) or _bullet(line) or _outdented(told, line) or _value_above(told[0], line)
    return typo or _typo_above(told[0], line) or _typo_at_the_beginning(above, line)


def _typo_above(above: _Line, line: _Line) -> Typo | None:
    """What makes part of a key of the beginning of the line above: an odd space, or a bullet that is no hyphen."""
    return _odd_space(above) or _bullet(above) if ": " in above.content and line.outer > above.outer else None


def _typo_at_the_beginning(above: Sequence[_Line], line: _Line) -> Typo | None:
    """The typo in the first line of a block, which made it and the lines below it a text instead."""
    first = _first_of_block(above)
    typo = _typo_in(first) if first else None
    if not first or not typo or line.outer < first.column:
        return None
    if typo.kind is TypoKind.NO_COLON:
        words = len(first.content.split())
        if line.outer > first.column:
            return first.typo(TypoKind.NO_COLON, f"{first.content}:") if words == 1 else None
        if first.column and words > _MOST_WORDS:
            return None  # rather a text of several lines
    return typo


def _first_of_block(above: Sequence[_Line]) -> _Line | None:
    """The first of the lines directly above that has no key, where it begins a block; the nearest line is first."""
    first = None
    for line in (line for line in above if line.content):
        if ": " in line.content:
            return None
        if line.content in ("-", "---") or line.content.endswith(":"):
            return first
        if line.dashed:
            return line
        first = line
    return first if len(above) < MOST_LINES_ABOVE else None


def _typo_in(line: _Line) -> Typo | None:
    """The typo in a line that ought to have a key."""
    return _odd_space(line) or _wide_colon(line) or _bullet(line) or _tight_colon(line) or _no_colon(line)


def _odd_space(line: _Line) -> Typo | None:
    found = _ODD_SPACE.match(line.content)
    if not found:
        return None
    kind = TypoKind.WIDE_SPACE if found[1] == "\u3000" else TypoKind.ODD_SPACE
    return Typo(kind, line.start + found.start(1), line.start + found.end(1))


def _wide_colon(line: _Line) -> Typo | None:
    found = _WIDE_COLON.match(line.content)
    return Typo(TypoKind.WIDE_COLON, line.start + found.start(1), line.start + found.end(1)) if found else None


def _bullet(line: _Line) -> Typo | None:
    found = _BULLET.match(line.content)
    return line.typo(TypoKind.BULLET, f"- {found[1]}") if found else None


def _fence(line: _Line) -> Typo | None:
    return line.typo(TypoKind.FENCE) if _FENCE.fullmatch(line.content) else None


def _starred(line: _Line, at: int) -> Typo | None:
    found = _STAR.match(line.content)
    return line.typo(TypoKind.BULLET, f"- {found[1]}") if found and at - line.start in (0, 1) else None


def _tight_colon(line: _Line) -> Typo | None:
    apart = set_apart(line.content)
    return line.typo(TypoKind.TIGHT_COLON, apart) if apart else None


def set_apart(text: str) -> str:
    """A key and its value with a space after the colon, where there is none; nothing where a text is no such thing."""
    found = _TIGHT_COLON.fullmatch(text)
    return f"{found[1]}: {found[2]}" if found else ""


def _no_colon(line: _Line) -> Typo | None:
    if ":" in line.content or not line.content[:1].isalnum():
        return None
    equals = _EQUALS.fullmatch(line.content)
    if equals:
        return line.typo(TypoKind.NO_COLON, f"{equals[1]}: {equals[2]}")
    key, *rest = line.content.split()
    known = _KEY_ALONE.fullmatch(key) and 0 < len(rest) < _MOST_WORDS
    return line.typo(TypoKind.NO_COLON, f"{key}: {' '.join(rest)}" if known else "")


def _curly(line: _Line) -> Typo | None:
    found = _CURLY.fullmatch(line.content)
    if not found:
        return None
    straight = f'{found[1]}"{found[2]}"' if not re.search(r'["\\]', found[2]) else ""
    return line.typo(TypoKind.CURLY, straight)


def _apostrophe(line: _Line) -> Typo | None:
    found = _APOSTROPHE.fullmatch(line.content)
    return line.typo(TypoKind.APOSTROPHE, f'{found[1]}"{found[2]}"') if found else None


def _link(line: _Line) -> Typo | None:
    found = _LINK.fullmatch(line.content)
    return line.typo(TypoKind.LINK, f"{found[1]}{found[2]}") if found else None


def _stars(line: _Line) -> Typo | None:
    without = _STARS.sub(r"\1", line.content)
    return line.typo(TypoKind.STARS, without) if "*" in line.content and "*" not in without else None


def _answered(line: _Line) -> Typo | None:
    return line.typo(TypoKind.ANSWERED) if line.content.startswith(">") else None


def _outdented(above: Sequence[_Line], line: _Line) -> Typo | None:
    """Whether the line above begins further to the left than the one above it and the one below it."""
    if len(above) < 2 or line.dashed or above[1].dashed or above[1].column != line.column:
        return None
    is_left = not above[0].dashed and above[0].column < line.column and _KEY.match(above[0].content)
    return above[0].typo(TypoKind.OUTDENTED) if is_left and _KEY.match(line.content) else None


def _value_above(above: _Line, line: _Line) -> Typo | None:
    """Whether a key has its value in its line and more lines below it; one column too many is another typo."""
    found = _KEY.match(above.content)
    if not found or not found[1] or line.outer < above.column + 2:
        return None
    value = found[1]
    whole = value[0] not in "|>" and value.endswith(_CLOSED_BY.get(value[0], ""))
    below = line.dashed or _KEY.match(line.content)
    return above.typo(TypoKind.VALUE_ABOVE_LINES) if whole and below else None


def _line_at(text: str, at: int) -> _Line:
    """The line in which an offset stands."""
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", begin)
    raw = text[begin : end if end >= 0 else len(text)].rstrip(" \r")
    lead = _LEAD.match(raw)
    column = lead.end() if lead else 0
    outer = lead.start(1) if lead else 0
    content = raw[column:]
    if content.startswith("#") or not ('"' in content or "'" in content):
        content = _REMARK.sub("", content).rstrip(" ")
    return _Line(content, begin + column, column, outer)


def _lines_above(text: str, at: int) -> Iterator[_Line]:
    """The lines above an offset's, the nearest first; blank lines and remarks have no content."""
    end = text.rfind("\n", 0, at)
    while end >= 0:
        yield _line_at(text, end)
        end = text.rfind("\n", 0, end)
