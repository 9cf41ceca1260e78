"""Findings with the lines and columns of their places, ready for every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from refertext.check import Finding
from refertext.group import Group
from refertext.group.private import Private
from refertext.problem import Place, Severity
from refertext.records import FOLDERS
from refertext.reports.escape import shortened
from refertext.text import Places, Span

_REMEMBERED = 32  # files; findings come in order of file
_NOWHERE = Span(1, 1, 1, 1, "")

Read = Callable[[str], str | None]
"""Gives the text of a file of the group, or None where it cannot be read (any more)."""


class Spot(NamedTuple):
    """A place in a file, found, and what is said of it."""

    message: str
    file: str
    span: Span


class Located(NamedTuple):
    """One finding, found: `spot.message` is its sentence, `help` what to write, `see` the other places."""

    rule: str
    severity: Severity
    spot: Spot
    help: str
    see: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a check has to say: the findings in order of file, line, column and rule, and what was read; `rules` are the
    names of those that were chosen, where not all of them ran.
    """

    findings: tuple[Located, ...]
    as_of: date
    records: Mapping[str, int]
    rules: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings are of that severity."""
        return Counter(finding.severity for finding in self.findings)[severity]


class Finder:
    """Finds places in the files of a group: each file is read once more, the last few are remembered. `private` knows
    what of a record is not written in its own file.
    """

    def __init__(self, read: Read, private: Private | None = None) -> None:
        self._read = read
        self._private = private or Private()
        self._known: dict[str, Places | None] = {}

    def spot(self, message: str, place: Place) -> Spot:
        """Where a place is, and what is said of it."""
        place = self._private.written_at(place)
        if place.file not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.pop(next(iter(self._known)))
            text = self._read(place.file)
            self._known[place.file] = None if text is None else Places(place.file, text)
        places = self._known[place.file]
        return Spot(shortened(message), place.file, _NOWHERE if places is None else places.span(place))


def report(group: Group, findings: Iterable[Finding], read: Read, rules: tuple[str, ...] = ()) -> Report:
    """The report on a group: each file with findings is read once more to find their places. `rules` are the chosen
    ones, where not all of them ran.
    """
    spot = Finder(read).spot
    located = [
        Located(
            rule=finding.rule,
            severity=finding.severity,
            spot=spot(finding.problem.message, finding.problem.place),
            help=shortened(finding.problem.mend),
            see=tuple(spot(see.message, see.place) for see in (*finding.problem.see, *finding.problem.precedents)),
        )
        for finding in findings
    ]
    located.sort(key=lambda found: (found.spot.file, found.spot.span.line, found.spot.span.column, found.rule))
    return Report(tuple(located), group.as_of, {folder: len(group.records(folder)) for folder in FOLDERS}, rules)
