"""Documents: a `.yml` file is one block of keys; a `.md` file has front matter, and its body is the key `text`."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from refertext.patterns import pattern
from refertext.problem import Flaw, FlawKind, Place
from refertext.text.source import MOST_FLAWS_OF_A_KIND, Source, decode
from refertext.text.subset import read

LOG = "log"
"""The folder of lines that members write down: its files need no front matter, all of such a file is its body."""

_OPENING = pattern(r"---[ ]*(?:\r?\n|\Z)")
_DASH = "\u2010-\u2015\u2212"
_NEARLY = pattern(rf"^[ \t\xa0]*(?:-{{2,4}}|[-{_DASH}]{{0,3}}[{_DASH}][-{_DASH}]{{0,3}})[ \t\xa0]*\r?$", re.MULTILINE)
_ABOVE = pattern(r"(?:[ \t\r]*\n)+(?=---[ ]*\r?\n)|```[\w-]*[ ]*\r?\n(?=---[ ]*\r?\n)")
_OF_KEYS = pattern(r"[a-z][a-z0-9_-]*:(?:\s|$)| +\S|- ")
_CLOSING = pattern(r"^---[ ]*\r?$\n?", re.MULTILINE)


class Document(NamedTuple):
    """A file's plain data (None where it could not be read) and everything wrong with it as text."""

    file: str
    data: dict[str, Any] | None
    flaws: tuple[Flaw, ...] = ()


class Region(NamedTuple):
    """Where a file's keys stand, from `start` to `end`, and where its body begins; offsets in characters."""

    start: int
    end: int
    body: int


def parse(source: Source) -> Document:
    """The document in a file. Never raises: whatever is wrong is in `flaws`."""
    if source.flaw:
        return Document(source.file, None, (source.flaw,))
    text, flaws = decode(source)
    if flaws:
        return Document(source.file, None, bounded(flaws))
    region = find_region(source.file, text)
    if isinstance(region, Flaw):
        return Document(source.file, None, (region,))
    reading = read(text[region.start : region.end], source.file, region.start)
    if not reading.readable:
        return Document(source.file, None, bounded(reading.flaws))
    if reading.data is None and source.file.startswith(f"{LOG}/"):
        reading.data = {}
    if not isinstance(reading.data, dict):
        found = "nothing" if reading.data is None else "a list" if isinstance(reading.data, list) else "plain text"
        flaw = Flaw(FlawKind.NOT_A_RECORD, Place(source.file, offsets=_first_line(text, region)), found=found)
        return Document(source.file, None, bounded([*reading.flaws, flaw]))
    data = reading.data
    if region.body < len(text):
        body = text[region.body :].strip()
        if body and "text" in data:
            flaw = Flaw(FlawKind.DUPLICATE_KEY, Place(source.file, ("text",)), found="text", said="body")
            reading.flaws.append(flaw)
        elif body:
            data["text"] = body
    return Document(source.file, data, bounded(reading.flaws) if reading.flaws else ())


def find_region(file: str, text: str) -> Region | Flaw:
    """Where the keys of a file stand. A `.md` file without front matter is a flaw."""
    if not file.endswith(".md"):
        return Region(0, len(text), len(text))
    opening = _OPENING.match(text)
    if not opening and file.startswith(f"{LOG}/"):
        return Region(0, 0, 0)
    if not opening:
        return _not_opened(file, text)
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        nearly = _NEARLY.search(text, opening.end())
        mend = _in_its_place(text, nearly) if nearly else _below_the_keys(text, opening.end())
        return Flaw(FlawKind.NO_FRONT_MATTER, Place(file, offsets=(0, 3)), found="no second line ---", mend=mend)
    return Region(opening.end(), closing.start(), closing.end())


def _not_opened(file: str, text: str) -> Flaw:
    """The flaw of a file whose first line is not ---; it says so where another line is meant to be that."""
    begin, end = 0, len(text.partition("\n")[0])
    said = mend = ""
    above = _ABOVE.match(text)
    if nearly := _NEARLY.match(text):
        said, mend = "The first line is not quite ---", _in_its_place(text, nearly)
    elif above and above[0].strip():
        said, mend = "A line with ``` stands above the keys", "remove the lines with ```, so that --- is the first line"
    elif above:
        said, mend = "An empty line stands above the first ---", "delete the empty line, so that --- is the first line"
        begin, end = above.end(), above.end() + len("---")  # nothing can be shown of an empty line
    return Flaw(FlawKind.NO_FRONT_MATTER, Place(file, offsets=(begin, end)), "no first line ---", said, mend)


def _in_its_place(text: str, nearly: re.Match[str]) -> str:
    """To write --- in place of a line that looks like it."""
    number = text.count("\n", 0, nearly.start()) + 1
    return f"write three hyphens, ---, and nothing else in line {number}"


def _below_the_keys(text: str, start: int) -> str:
    """To write --- below the last line of the keys that begin at an offset."""
    last = 0
    for number, line in enumerate(text[start:].split("\n"), text.count("\n", 0, start) + 1):
        if _OF_KEYS.match(line) and (last == number - 1 or not line.startswith("-")):
            last = number
        elif line.strip() and not line.startswith("# "):
            break
    where = f"line {last}, the last of the keys" if last else "the keys"
    return f"write a line with three hyphens, ---, and nothing else below {where}"


def bounded(flaws: list[Flaw]) -> tuple[Flaw, ...]:
    """At most `MOST_FLAWS_OF_A_KIND` flaws of each kind; the last one of a longer row counts those left out."""
    counts: dict[FlawKind, int] = {}
    kept: list[Flaw] = []
    last: dict[FlawKind, int] = {}
    for flaw in flaws:
        counts[flaw.kind] = counts.get(flaw.kind, 0) + 1
        if counts[flaw.kind] <= MOST_FLAWS_OF_A_KIND:
            last[flaw.kind] = len(kept)
            kept.append(flaw)
    for kind, position in last.items():
        left_out = counts[kind] - MOST_FLAWS_OF_A_KIND
        if left_out > 0:
            kept[position] = kept[position]._replace(more=left_out)
    return tuple(kept)


def _first_line(text: str, region: Region) -> tuple[int, int]:
    end = text.find("\n", region.start)
    return region.start, max(region.start, end if 0 <= end <= region.end else region.end)
