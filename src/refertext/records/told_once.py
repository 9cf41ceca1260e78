"""What is wrong with a file as text and with its shape, put together so that one slip is told once."""

from __future__ import annotations

from collections.abc import Iterable

from refertext.problem import Flaw, FlawKind, Path

_CUTS = (FlawKind.CUT_BY_COMMA, FlawKind.CUT_BY_HASH)
_QUOTES = FlawKind.CURLY_QUOTES


def told_once(of_text: Iterable[Flaw], of_shape: Iterable[Flaw]) -> tuple[Flaw, ...]:
    """All flaws of a file: what is left of a value that was cut is not judged as well, and curly quotes are told with
    what else is wrong with the value.
    """
    of_text, of_shape = tuple(of_text), tuple(of_shape)
    if not of_text or not of_shape:
        return of_text or of_shape  # as in nearly every file
    cut = {flaw.place.path for flaw in of_text if flaw.kind in _CUTS and flaw.place.path}
    judged = {flaw.place.path for flaw in of_shape}
    return (
        *(flaw for flaw in of_text if flaw.more or flaw.kind is not _QUOTES or flaw.place.path not in judged),
        *(flaw for flaw in of_shape if flaw.more or not _is_in(flaw, cut)),
    )


def _is_in(flaw: Flaw, cut: set[Path]) -> bool:
    return any(flaw.place.path[:length] in cut for length in range(1, len(flaw.place.path) + 1))
