"""A plan that brings files into canonical form."""

from __future__ import annotations

from collections.abc import Iterable

from refertext.drafts import Draft
from refertext.records.form import record_in_form
from refertext.text import Source
from refertext.text.formatting import NotFormatted
from refertext.writing.carrying import FileChange, Planned


def in_form(sources: Iterable[Source]) -> Planned:
    """What becomes different where these files come into canonical form. Each that is left as it is, since it cannot
    be read, is told in a remark.
    """
    changes: list[FileChange] = []
    left: list[str] = []
    already = 0
    for source in sources:
        new = record_in_form(source)
        if isinstance(new, NotFormatted):
            left.append(f"“{source.file}” is left as it is: {new.said}.")
        elif new.text.encode() != source.data:
            changes.append(FileChange(source.file, source.data, new.text.encode()))
        else:
            already += 1
    draft = Draft(_said(len(changes), already), _subject(changes), remarks=tuple(left))
    return Planned(draft, tuple(changes))


def _said(changed: int, others: int) -> str:
    if not changed:
        return f"{_files(others)} in canonical form already." if others else "There is nothing to write."
    rest = f"; {'1 other was' if others == 1 else f'{others:,} others were'} already" if others else ""
    return f"{_files(changed)} in canonical form now{rest}."


def _subject(changes: list[FileChange]) -> str:
    what = changes[0].file if len(changes) == 1 else f"{len(changes):,} files"
    return f"Write {what} in canonical form"


def _files(count: int) -> str:
    return "1 file is" if count == 1 else f"{count:,} files are"
