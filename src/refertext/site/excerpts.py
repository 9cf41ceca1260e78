"""Excerpts: the line of a file in which something stands, with the words in question marked."""

from __future__ import annotations

from dataclasses import dataclass

from refertext.reports.escape import harmless
from refertext.text import Span

BESIDE = 90
"""Characters that are shown beside the marked ones on each side."""
MARKED = 160
"""Of marked characters."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line in three parts, cut off where it is long; all are empty where the line is."""

    before: str
    marked: str
    after: str


def excerpt(span: Span) -> Excerpt:
    """The first line of a span, what the span covers of it marked."""
    line, start = span.excerpt, span.column - 1
    stop = span.end_column - 1 if span.end_line == span.line else len(line)
    first, last = max(start - BESIDE, 0), min(stop, start + MARKED)
    end = last + BESIDE
    before = ("…" if first else "") + _shown(line[first:start]).lstrip()
    if last < stop:
        return Excerpt(before, _shown(line[start:last]) + "…", "")
    return Excerpt(before, _shown(line[start:stop]), _shown(line[stop:end]).rstrip() + ("…" if end < len(line) else ""))


def _shown(text: str) -> str:
    return harmless(text.replace("\t", " "))
