"""Reading sheets: each line that is not filed yet is understood, or has a fault."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from refertext.group import Group
from refertext.problem import Place
from refertext.records.meeting import ANNOUNCED
from refertext.records.referral import KINDS
from refertext.slips import attending
from refertext.slips.changes import Change
from refertext.slips.following import spoken, told_of
from refertext.slips.giving import handed, talked
from refertext.slips.grammar import read_slip
from refertext.slips.kinds import after_bullet, begun
from refertext.slips.ledger import Ledger
from refertext.slips.piece import Piece
from refertext.slips.remarks import without_remarks
from refertext.slips.section import Line
from refertext.slips.sheets import Sheet, id_in, sheets
from refertext.slips.slip import (
    Came,
    Fault,
    Gift,
    News,
    Next,
    Presentation,
    Slip,
    Speech,
    Substituted,
    Talk,
    Task,
    UnclearError,
    Visit,
    unclear,
)


class Understood(NamedTuple):
    """A line that is not filed yet: what it changes, in order, and the file to which it is filed. Without changes it
    says what is recorded already.
    """

    line: Line
    file: str
    changes: tuple[Change, ...]


class Unclear(NamedTuple):
    """A line that cannot be understood, and why."""

    line: Line
    fault: Fault


Reading = Understood | Unclear


def readings(group: Group, file: str) -> tuple[Reading, ...]:
    """What the lines of a file say that are not filed yet, in order; nothing where there are none."""
    return group.once(all_readings).get(file, ())


def unclear_places(group: Group, file: str) -> Iterator[tuple[Place, Fault]]:
    """Where in a file a slip cannot be understood, and why: its words in question, or all of it."""
    sheet = sheets(group).get(file)
    for reading in readings(group, file):
        if sheet and isinstance(reading, Unclear):
            line, fault = reading.line, reading.fault
            start = fault.start if fault.end else after_bullet(line.text).start
            yield sheet.place(line, start, fault.end or None), fault


def all_readings(group: Group) -> Mapping[str, tuple[Reading, ...]]:
    """What the lines say that are not filed yet, by file, where there are any.

    Each line sees what is recorded and what the lines above it say, so that it does not matter when they are filed.
    """
    found = {file: tuple(_read(group, sheet)) for file, sheet in sheets(group).items()}
    return {file: several for file, several in found.items() if several}


def _read(group: Group, sheet: Sheet) -> Iterator[Reading]:
    if all(line.link is not None and _leads_somewhere(group, sheet, line) for line in sheet.lines):
        return
    ledger = Ledger(group, sheet)
    for line in sheet.lines:
        if line.link is None:
            yield _understood(ledger, line)
        elif not _leads_somewhere(group, sheet, line):
            yield Unclear(line, _nowhere(line))
        elif (kind := begun(Piece(line.slip))) and kind[0] in KINDS:
            ledger.above.add(id_in(line.link))


def _understood(ledger: Ledger, line: Line) -> Reading:
    slip = read_slip(line.text)
    said = after_bullet(without_remarks(line.text))
    try:
        _refuse_parts(line, slip, said)
        if isinstance(slip, Fault):
            return Unclear(line, slip)
        _refuse_to_come(ledger, slip, said)
        file, changes = _meaning(ledger, slip, said)
        done = tuple(changes)
    except UnclearError as error:
        return Unclear(line, error.fault)
    for change in done:
        ledger.apply(change)
    if isinstance(slip, Gift):
        ledger.above.add(id_in(file))
    return Understood(line, file, done)


def _refuse_parts(line: Line, slip: Slip | Fault, said: Piece) -> None:
    """A line that is only a part of a slip, or has only a part of a remark, is unclear."""
    if line.goes_on:
        raise unclear("This slip goes on in the next line", "write all of it in one line", said)
    if line.in_remark and not isinstance(slip, Fault):
        raise unclear("A remark over several lines ends in this line", "begin the slip in a line of its own", said)


def _refuse_to_come(ledger: Ledger, slip: Slip, said: Piece) -> None:
    """Of a day that is still to come only absences are known, and what somebody took on."""
    is_known = isinstance(slip, Task) or (isinstance(slip, Came) and slip.status in ANNOUNCED)
    if ledger.day > ledger.group.as_of and not is_known:
        told = f"{ledger.day} is still to come (as of {ledger.group.as_of}), so nobody knows this yet"
        raise unclear(told, "move this line into the log of the day on which it happened", said)


def _leads_somewhere(group: Group, sheet: Sheet, line: Line) -> bool:
    """Whether a filed line leads to a record of this group."""
    file = posixpath.normpath(posixpath.join(posixpath.dirname(sheet.file), line.link or ""))
    return file in group.files and file.startswith(("meetings/", "referrals/"))


def _nowhere(line: Line) -> Fault:
    said = after_bullet(without_remarks(line.text))
    to = f"“{line.link}”" if line.link else "nothing"
    mend = "take the link away, and leave the words, to file this line again"
    return Fault(f"This line leads to {to}, which is no record", mend, said.start, said.end)


def _meaning(ledger: Ledger, slip: Slip, line: Piece) -> tuple[str, Iterator[Change]]:
    """The file that a slip is about, and what it changes."""
    match slip:
        case Gift():
            return handed(ledger, slip)
        case Talk():
            return talked(ledger, slip)
        case News():
            return told_of(ledger, slip, line)
        case Speech():
            return spoken(ledger, slip)
    return attending.meeting_of(ledger, line).file, _of_the_meeting(ledger, slip, line)


def _of_the_meeting(ledger: Ledger, slip: Slip, line: Piece) -> Iterator[Change]:
    match slip:
        case Came():
            yield from attending.came(ledger, slip, line)
        case Substituted():
            yield from attending.substituted(ledger, slip, line)
        case Visit():
            yield from attending.visited(ledger, slip, line)
        case Presentation():
            yield from attending.presented(ledger, slip, line)
        case Task():
            yield from attending.took_on(ledger, slip, line)
        case Next():
            yield from attending.fixed(ledger, slip, line)
