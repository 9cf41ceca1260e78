"""Typos inside { } in one line: a second colon in a value, or what should be a comma."""

from __future__ import annotations

from refertext.patterns import pattern
from refertext.text.line_typos import Typo, TypoKind, line_at

_ENTRY = pattern(r"[{,] *[A-Za-z][\w-]*: +([^\s,{}\[\]\"'][^,{}\[\]\"']*)")
_SEMICOLON = pattern(r"[^;]*[^\s;] *(;) *[a-z][\w-]*")
_DAY_OR_NUMBER = pattern(r"(\d\S*) +([a-z][\w-]*)")
_REST = pattern(r"(?:(?!, *[A-Za-z][\w-]*:(?: |$))[^{}\[\]\"\\\r\n])*")


def brace_typo(text: str, at: int) -> Typo | None:
    """The typo behind a colon at an offset, which stands where a value inside { } is to end."""
    if text[at : at + 1] != ":":
        return None
    start = line_at(text, at).start
    entries = [found for found in _ENTRY.finditer(text, start, at) if found.end() == at]
    if not entries:
        return None
    begin = entries[0].start(1)
    semicolon = _SEMICOLON.fullmatch(text, begin, at)
    if semicolon:
        return Typo(TypoKind.SEMICOLON, semicolon.start(1), semicolon.end(1))
    apart = _DAY_OR_NUMBER.fullmatch(text, begin, at)
    if apart:
        return Typo(TypoKind.NO_COMMA, begin, at, f"{apart[1]}, {apart[2]}")
    rest = _REST.match(text, at)
    stop = rest.end() if rest else at
    whole = text[begin:stop].rstrip()
    instead = f'"{whole}"' if text[stop : stop + 1] in ("}", ",") else ""
    return Typo(TypoKind.SECOND_COLON, begin, begin + len(whole), instead)
