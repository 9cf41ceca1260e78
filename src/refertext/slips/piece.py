"""Pieces of a line, each with the column at which it begins, so that a fault can be shown exactly."""

from __future__ import annotations

from dataclasses import dataclass

from refertext.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line without the blanks around it. `start` is where it begins in the line, from 0."""

    text: str
    start: int = 0

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.text)

    @property
    def end(self) -> int:
        """The column after its last character."""
        return self.start + len(self.text)

    @property
    def words(self) -> str:
        """Its text with single spaces."""
        return " ".join(self.text.split())

    @property
    def bare(self) -> Piece:
        """The piece without full stops and commas at its end."""
        return self.cut(0, len(self.text.rstrip(" \t.,")))

    def cut(self, start: int, stop: int | None = None) -> Piece:
        """The part between two positions, without the blanks around it."""
        text = self.text[start:stop]
        lead = len(text) - len(text.lstrip())
        return Piece(text.strip(), self.start + min(start, len(self.text)) + lead)

    def split(self, between: Pattern) -> list[Piece]:
        """The parts between what the pattern finds, empty ones too."""
        parts, at = [], 0
        for found in between.finditer(self.text):
            parts.append(self.cut(at, found.start()))
            at = found.end()
        return [*parts, self.cut(at)]

    def parted(self, between: Pattern) -> tuple[Piece, Piece | None]:
        """What stands before the first thing that the pattern finds, and what after it; None where it finds nothing."""
        found = between.search(self.text)
        return (self.cut(0, found.start()), self.cut(found.end())) if found else (self, None)

    def without(self, span: tuple[int, int]) -> Piece:
        """The piece with blanks in place of what stands in a span of it."""
        start, stop = span
        return Piece(f"{self.text[:start]}{' ' * (stop - start)}{self.text[stop:]}", self.start).cut(0)
