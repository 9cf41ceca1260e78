"""Sheets: the files of a group in which slips stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from refertext.group import Group
from refertext.problem import Place
from refertext.records import Meeting
from refertext.slips.section import Line, lines_in, lines_of_log


class Sheet(NamedTuple):
    """A file with slips, and the day they are of. `text` is what they stand in.

    `meeting` is the group meeting that they may speak of, the file itself or the only one of that day.
    """

    file: str
    day: date
    text: str
    lines: tuple[Line, ...]
    meeting: Meeting | None

    def place(self, line: Line, start: int = 0, end: int | None = None) -> Place:
        """Where some columns of a line stand; without an end all of it."""
        stop = len(line.text) if end is None else end
        return Place(self.file, ("text",), inside=(line.start + start, line.start + stop))


def sheets(group: Group) -> Mapping[str, Sheet]:
    """The files with slips, filed ones too, by name."""
    return group.once(_sheets)


def _sheets(group: Group) -> Mapping[str, Sheet]:
    return {sheet.file: sheet for sheet in (*_meetings(group), *_logs(group)) if sheet.lines}


def _meetings(group: Group) -> Iterator[Sheet]:
    for meeting in group.meetings.values():
        text = meeting.text or ""
        if "log" in text.casefold():
            lines = tuple(lines_of_log(text))
            about = meeting if meeting.is_group_meeting else _meeting_on(group, meeting.date)
            yield Sheet(meeting.file, meeting.date, text, lines, about)


def _logs(group: Group) -> Iterator[Sheet]:
    for log in group.logs.values():
        yield Sheet(log.file, log.date, log.text, tuple(lines_in(log.text)), _meeting_on(group, log.date))


def _meeting_on(group: Group, day: date) -> Meeting | None:
    meetings = group.once(_by_day).get(day, ())
    return meetings[0] if len(meetings) == 1 else None


def _by_day(group: Group) -> Mapping[date, list[Meeting]]:
    found: dict[date, list[Meeting]] = {}
    for meeting in group.group_meetings:
        found.setdefault(meeting.date, []).append(meeting)
    return found


def id_in(file: str) -> str:
    """The id of the record in a file, or behind a link."""
    return PurePosixPath(file).stem
