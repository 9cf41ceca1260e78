"""What reports are written on: how many columns it has, how to paint, and how sentences are laid out on it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from refertext.reports.escape import one_line

Style = Callable[[str, str], str]
"""Paints a text in the manner of a name: error, warning, note, place, help, bold."""

_NARROWEST, _WIDEST = 40, 110


@dataclass(frozen=True, slots=True)
class Paper:
    """What the report is written on: how many columns it has, and how to paint."""

    width: int
    style: Style

    @property
    def columns(self) -> int:
        """The columns that are used: not fewer than sense can be made in, nor more than the eye can follow."""
        return max(_NARROWEST, min(self.width, _WIDEST))


def unpainted(text: str, _manner: str) -> str:
    """The style without colours."""
    return text


def wrapped(text: str, paper: Paper, indent: int = 0) -> list[str]:
    """A sentence in lines that fit, all of them indented."""
    return laid_out(text, paper, indent=indent, all_indented=True)


def laid_out(text: str, paper: Paper, taken: int = 0, indent: int = 0, *, all_indented: bool = False) -> list[str]:
    """A sentence in lines that fit, the later ones indented; `taken` columns of the first line are in use."""
    taken = indent if all_indented else taken
    lines = textwrap.wrap(
        one_line(text),
        paper.columns,
        initial_indent=" " * taken,
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
    ) or [" " * taken]
    return lines if all_indented else [lines[0][taken:], *lines[1:]]
