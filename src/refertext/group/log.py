"""Logs: files of lines that members write down, `log/YEAR/DATE-NAME-XXXX.md`. They are no records; records are made of
them.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from refertext.patterns import pattern
from refertext.problem import Flaw, FlawKind, Place

_NAME = pattern(r"log/(?:[0-9]{4}/)?([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-[^/]+)?\.md\Z", re.DOTALL)


class Log(NamedTuple):
    """One file of lines, and the day on which they were written, as the file's name has it."""

    file: str
    date: date
    text: str


def day_of(file: str) -> date | None:
    """The day in the name of a file in the log; None where the name is not as it should be."""
    found = _NAME.match(file)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def stray_log(file: str) -> Flaw:
    """What is wrong with the name of a file in the log that is not read."""
    name = PurePosixPath(file).name
    said = "a file of the log ends in .md and begins with its day, in log/ itself or a folder of a year in it"
    mend = "rename it after the day and who wrote it, for example log/2026/2026-03-05-kit-larsen.md"
    return Flaw(FlawKind.STRAY_FILE, Place(file, offsets=(0, 0)), name, said, mend)
