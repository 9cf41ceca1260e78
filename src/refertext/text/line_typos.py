"""Typos that show in one line of a YAML text, each with what to write instead where that is known."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from refertext.patterns import pattern

MOST_WORDS = 3
"""More of them are a sentence rather than a key and its value."""

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
    SECOND_COLON = "a second colon inside braces"
    SEMICOLON = "a semicolon inside braces"
    NO_COMMA = "no comma inside braces"
    OUTDENTED = "further to the left than its neighbours"


class Typo(NamedTuple):
    """A typo, where it starts and ends, and what to write `instead` where that is known."""

    kind: TypoKind
    start: int
    end: int
    instead: str = ""


class Line(NamedTuple):
    """A line that says something: its content without dashes and remark, where that starts, and in which columns.

    `column` is that of the content, `outer` that of the first dash before it, if there is one.
    """

    content: str
    start: int
    column: int
    outer: int

    @property
    def dashed(self) -> bool:
        """Whether it begins an entry of a list."""
        return self.outer < self.column

    def typo(self, kind: TypoKind, instead: str = "") -> Typo:
        """A typo that is the whole line."""
        shown = instead if len(instead) <= _LONGEST_SHOWN else ""
        return Typo(kind, self.start, self.start + len(self.content), shown)


_EQUALS = pattern(r"([A-Za-z][\w-]*) *= *([^\s=].*)")
_FENCE = pattern(r"```[\w-]*")
_CURLY = pattern(r"([A-Za-z][\w-]*: +)[“„«‘‚](.+)[“”»‘’]")
_APOSTROPHE = pattern(r"([A-Za-z][\w-]*: +)'([^'\"\\]*\w'\w[^\"\\]*)'")
_LINK = pattern(r"([A-Za-z][\w-]*: +)\[([^\[\]]+)\]\([^\s()]+\)")
_STARS = pattern(r"\*{1,3}([^\s*](?:[^*]*[^\s*])?)\*{1,3}")
_LEAD = pattern(r" *((?:- +)*)")
_REMARK = pattern(r"(?:^| )#.*")
_ODD_SPACE = pattern(r"(?:[\w-]+:|-)? *([\u00a0\u202f\u3000])")
_WIDE_COLON = pattern(r"[A-Za-z][\w-]* ?(\uff1a)")
_TIGHT_COLON = pattern(r"([A-Za-z][\w-]*) ?:(?!//)([^\s:].*)")
_BULLET = pattern(r"(?:[*•◦▪‣·–—] +|[•◦▪‣]|-(?=[^\s-]))([^\s:].*)")
_STAR = pattern(r"\* +(\S.*)")
_KEY_ALONE = pattern(r"[a-z][a-z0-9_-]*")


def odd_space(line: Line) -> Typo | None:
    """A space that is none, before a key or a value."""
    found = _ODD_SPACE.match(line.content)
    if not found:
        return None
    kind = TypoKind.WIDE_SPACE if found[1] == "\u3000" else TypoKind.ODD_SPACE
    return Typo(kind, line.start + found.start(1), line.start + found.end(1))


def wide_colon(line: Line) -> Typo | None:
    """A colon as wide as a Chinese character after a key."""
    found = _WIDE_COLON.match(line.content)
    return Typo(TypoKind.WIDE_COLON, line.start + found.start(1), line.start + found.end(1)) if found else None


def bullet(line: Line) -> Typo | None:
    """A bullet at the beginning of a line, where a list has a hyphen and a space."""
    found = _BULLET.match(line.content)
    return line.typo(TypoKind.BULLET, f"- {found[1]}") if found else None


def fence(line: Line) -> Typo | None:
    """A line of ``` around code."""
    return line.typo(TypoKind.FENCE) if _FENCE.fullmatch(line.content) else None


def starred(line: Line, at: int) -> Typo | None:
    """A star at the beginning of a line, as a bullet; the parser stumbles over it at an offset."""
    found = _STAR.match(line.content)
    return line.typo(TypoKind.BULLET, f"- {found[1]}") if found and at - line.start in (0, 1) else None


def tight_colon(line: Line) -> Typo | None:
    """A colon without a space after it."""
    apart = set_apart(line.content)
    return line.typo(TypoKind.TIGHT_COLON, apart) if apart else None


def set_apart(text: str) -> str:
    """A key and its value with a space after the colon, where there is none; nothing where a text is no such thing."""
    found = _TIGHT_COLON.fullmatch(text)
    return f"{found[1]}: {found[2]}" if found else ""


def no_colon(line: Line) -> Typo | None:
    """A line with neither a colon nor anything that could be the value above."""
    if ":" in line.content or not line.content[:1].isalnum():
        return None
    equals = _EQUALS.fullmatch(line.content)
    if equals:
        return line.typo(TypoKind.NO_COLON, f"{equals[1]}: {equals[2]}")
    key, *rest = line.content.split()
    known = _KEY_ALONE.fullmatch(key) and 0 < len(rest) < MOST_WORDS
    return line.typo(TypoKind.NO_COLON, f"{key}: {' '.join(rest)}" if known else "")


def curly(line: Line) -> Typo | None:
    """A value with a colon in curly quotes."""
    found = _CURLY.fullmatch(line.content)
    if not found:
        return None
    straight = f'{found[1]}"{found[2]}"' if not re.search(r'["\\]', found[2]) else ""
    return line.typo(TypoKind.CURLY, straight)


def apostrophe(line: Line) -> Typo | None:
    """An apostrophe inside single quotes."""
    found = _APOSTROPHE.fullmatch(line.content)
    return line.typo(TypoKind.APOSTROPHE, f'{found[1]}"{found[2]}"') if found else None


def link(line: Line) -> Typo | None:
    """A value that is a link of Markdown."""
    found = _LINK.fullmatch(line.content)
    return line.typo(TypoKind.LINK, f"{found[1]}{found[2]}") if found else None


def stars(line: Line) -> Typo | None:
    """Stars of Markdown around words."""
    without = _STARS.sub(r"\1", line.content)
    return line.typo(TypoKind.STARS, without) if "*" in line.content and "*" not in without else None


def answered(line: Line) -> Typo | None:
    """A line that begins with >, as in a mail that was answered."""
    return line.typo(TypoKind.ANSWERED) if line.content.startswith(">") else None


def line_at(text: str, at: int) -> Line:
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
    return Line(content, begin + column, column, outer)
