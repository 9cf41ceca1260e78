"""Reading sheets: each line that is not filed yet is understood, or has a fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from refertext.group import Group
from refertext.problem import Place
from refertext.records.referral import KINDS
from refertext.slips import attending
from refertext.slips.changes import Change
from refertext.slips.following import spoken, told_of
from refertext.slips.giving import handed, talked
from refertext.slips.grammar import read_slip
from refertext.slips.kinds import after_bullet, begun
from refertext.slips.ledger import Ledger
from refertext.slips.piece import Piece
from refertext.slips.section import Line
from refertext.slips.sheets import Sheet, linked_id, sheets
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
)


@dataclass(frozen=True, slots=True)
class Understood:
    """A line that is not filed yet: what it changes, in order, and the file to which it is filed. Without changes it
    says what is recorded already.
    """

    line: Line
    file: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Unclear:
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
    if all(line.link is not None for line in sheet.lines):
        return
    ledger = Ledger(group, sheet)
    for line in sheet.lines:
        if line.link is not None:
            kind = begun(Piece(line.slip))
            if kind and kind[0] in KINDS:
                ledger.above.add(linked_id(line))
        else:
            yield _understood(ledger, line)


def _understood(ledger: Ledger, line: Line) -> Reading:
    slip = _goes_on(line) if line.goes_on else read_slip(line.text)
    if isinstance(slip, Fault):
        return Unclear(line, slip)
    try:
        file, changes = _meaning(ledger, slip, after_bullet(line.text))
        done = tuple(changes)
    except UnclearError as error:
        return Unclear(line, error.fault)
    for change in done:
        ledger.apply(change)
    if isinstance(slip, Gift):
        ledger.above.add(file.rpartition("/")[2].rpartition(".")[0])
    return Understood(line, file, done)


def _goes_on(line: Line) -> Fault:
    said = after_bullet(line.text)
    return Fault("This slip goes on in the next line", "write all of it in one line", said.start, said.end)


def _meaning(ledger: Ledger, slip: Slip, line: Piece) -> tuple[str, Iterator[Change]]:
    """The file that a slip is about, and what it changes."""
    match slip:
        case Gift():
            return handed(ledger, slip)
        case Talk():
            return talked(ledger, slip)
        case News():
            return told_of(ledger, slip)
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
