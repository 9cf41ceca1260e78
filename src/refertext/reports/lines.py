"""Lines that begin with a label: what they say hangs beside it, however long it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refertext.reports.escape import columns, without_commands
from refertext.reports.paper import Paper, wrapped


def whole(sections: Iterable[Iterable[str]]) -> str:
    """Sections of lines as one text, a blank line between them; empty ones are left out."""
    blocks = ["\n".join(section) for section in sections]
    return without_commands("\n\n".join(block for block in blocks if block) + "\n")


def heading(text: str, paper: Paper) -> Iterator[str]:
    """A bold line, or several."""
    yield from (paper.style(line, "bold") for line in wrapped(text, paper))


def labelled(
    label: str, text: str, paper: Paper, *, indent: int = 2, width: int = 0, manner: str = ""
) -> Iterator[str]:
    """A text beside its label, which takes at least `width` columns and is painted in a manner, if any is named."""
    wide = max(width, columns(label))
    first, *rest = wrapped(text, paper, indent=indent + wide + 2)
    painted = paper.style(label, manner) if manner else label
    yield f"{' ' * indent}{painted}{' ' * (wide - columns(label) + 2)}{first.lstrip()}".rstrip()
    yield from rest


def numbered(texts: Iterable[str], paper: Paper) -> Iterator[str]:
    """Texts beside their numbers, in the order in which they are to be done."""
    for number, text in enumerate(texts, 1):
        yield from labelled(f"{number}.", text, paper)
