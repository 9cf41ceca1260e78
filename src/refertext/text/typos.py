"""Everyday typos behind a complaint of the YAML parser, which often blames a later line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from refertext.patterns import pattern
from refertext.text.brace_typos import brace_typo
from refertext.text.line_typos import (
    MOST_WORDS,
    Line,
    Typo,
    TypoKind,
    answered,
    apostrophe,
    bullet,
    curly,
    fence,
    line_at,
    link,
    no_colon,
    odd_space,
    starred,
    stars,
    tight_colon,
    wide_colon,
)

MOST_LINES_ABOVE = 20
"""How far above the blamed line a typo is looked for, so that the search costs nothing."""

_COLON_MISSED = "could not find expected ':'"
_LINE_REFUSED = (
    "mapping values are not allowed",
    "did not find expected key",
    "did not find expected '-' indicator",
    "did not find expected <document start>",
    "expected <block end>",
    "expected '<document start>'",
)
_KEY = pattern(r"[A-Za-z0-9][\w-]*:(?: +(\S.*)|$)")
_CLOSED_BY = {'"': '"', "'": "'", "[": "]", "{": "}"}


def find_typo(text: str, problem: str, context: str, at: int, met: int) -> Typo | None:
    """The typo behind a complaint of the parser at an offset; None where it is not certain.

    Where something was missed, the offset is where that begins which lacks it; `met` is where the parser stood then.
    """
    if "expected ',' or '}'" in problem:
        return brace_typo(text, met)
    if _COLON_MISSED in problem:
        return _typo_in(line_at(text, at))
    if "cannot start any token" in problem:
        return fence(line_at(text, at))
    if "while scanning a block scalar" in context:
        return answered(line_at(text, at))
    if "while scanning an alias" in context:
        line = line_at(text, at)
        return starred(line, at) or stars(line)
    if any(part in problem for part in _LINE_REFUSED):
        return _typo_about(text, at)
    return None


def _typo_about(text: str, at: int) -> Typo | None:
    """The typo behind a line whose first key is refused: it, or one above, is not what it should be."""
    line = line_at(text, at)
    before = text[text.rfind("\n", 0, at) + 1 : at]
    if ": " in before:
        return curly(line) or apostrophe(line) or link(line)
    if any(opening in before for opening in _CLOSED_BY):
        return None
    above = list(islice(_lines_above(text, at), MOST_LINES_ABOVE))
    told = [other for other in above if other.content]
    if not told:
        return None
    typo = odd_space(line) or bullet(line) or _outdented(told, line) or _value_above(told[0], line)
    return typo or _typo_above(told[0], line) or _typo_at_the_beginning(above, line)


def _typo_above(above: Line, line: Line) -> Typo | None:
    """What makes part of a key of the beginning of the line above: an odd space, or a bullet that is no hyphen."""
    return odd_space(above) or bullet(above) if ": " in above.content and line.outer > above.outer else None


def _typo_at_the_beginning(above: Sequence[Line], line: Line) -> Typo | None:
    """The typo in the first line of a block, which made it and the lines below it a text instead."""
    first = _first_of_block(above)
    typo = _typo_in(first) if first else None
    if not first or not typo or line.outer < first.column:
        return None
    if typo.kind is TypoKind.NO_COLON:
        words = len(first.content.split())
        if line.outer > first.column:
            return first.typo(TypoKind.NO_COLON, f"{first.content}:") if words == 1 else None
        if first.column and words > MOST_WORDS:
            return None  # rather a text of several lines
    return typo


def _first_of_block(above: Sequence[Line]) -> Line | None:
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


def _typo_in(line: Line) -> Typo | None:
    """The typo in a line that ought to have a key."""
    return odd_space(line) or wide_colon(line) or bullet(line) or tight_colon(line) or no_colon(line)


def _outdented(above: Sequence[Line], line: Line) -> Typo | None:
    """Whether the line above begins further to the left than the one above it and the one below it."""
    if len(above) < 2 or line.dashed or above[1].dashed or above[1].column != line.column:
        return None
    is_left = not above[0].dashed and above[0].column < line.column and _KEY.match(above[0].content)
    return above[0].typo(TypoKind.OUTDENTED) if is_left and _KEY.match(line.content) else None


def _value_above(above: Line, line: Line) -> Typo | None:
    """Whether a key has its value in its line and more lines below it; one column too many is another typo."""
    found = _KEY.match(above.content)
    if not found or not found[1] or line.outer < above.column + 2:
        return None
    value = found[1]
    whole = value[0] not in "|>" and value.endswith(_CLOSED_BY.get(value[0], ""))
    below = line.dashed or _KEY.match(line.content)
    return above.typo(TypoKind.VALUE_ABOVE_LINES) if whole and below else None


def _lines_above(text: str, at: int) -> Iterator[Line]:
    """The lines above an offset's, the nearest first; blank lines and remarks have no content."""
    end = text.rfind("\n", 0, at)
    while end >= 0:
        yield line_at(text, end)
        end = text.rfind("\n", 0, end)
