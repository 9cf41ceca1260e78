"""What stands in `private/`: keys laid over those of the record of the same name, and what of it cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, NamedTuple

from refertext.problem import Flaw, Path, Place
from refertext.text import Source, parse

Keys = Mapping[str, Any]


class Overlay(NamedTuple):
    """A private file and the keys of it that are laid over a record."""

    file: str
    keys: Keys


class Remark(NamedTuple):
    """What is to be said of a private file, as a clause that shows none of its values; `place` is in that file."""

    place: Place
    said: str


@dataclass(frozen=True, slots=True)
class Private:
    """What was used of `private/`, by the file of the record that it is laid over; what is to be said of the rest."""

    used: Mapping[str, Overlay] = field(default_factory=lambda: MappingProxyType({}))
    remarks: tuple[Remark, ...] = ()

    def written_at(self, place: Place) -> Place:
        """Where it is really written what a place in a record says: in the private file, if that says it."""
        overlay = self.used.get(place.file)
        return place._replace(file=overlay.file) if overlay and _says(overlay.keys, place.path) else place


class Overlays:
    """The private files that have been read, and what became of them."""

    def __init__(self) -> None:
        self._waiting: dict[str, Overlay] = {}
        self._used: dict[str, Overlay] = {}
        self._remarks: list[Remark] = []

    def add(self, source: Source) -> None:
        """Keeps what a file says until the record of the same name comes along."""
        document = parse(source)
        name = _name(source.file.partition("/")[2])
        if document.data is None:
            self._tell(document.flaws[0], "is not used")
        elif name in self._waiting:
            self._remark(source.file, f"is not used: {self._waiting[name].file} is laid over the same record")
        else:
            self._waiting[name] = Overlay(source.file, document.data)
            for flaw in document.flaws[:1]:
                self._tell(flaw, "may be misread")

    def take(self, file: str) -> Overlay | None:
        """What is to be laid over the record of a file, once; None where there is nothing."""
        return self._waiting.pop(_name(file), None) if self._waiting else None

    def use(self, file: str, overlay: Overlay) -> None:
        """Notes what was laid over the record of a file."""
        self._used[file] = overlay

    def misfit(self, overlay: Overlay, flaws: Iterable[Flaw], said: str) -> None:
        """Notes that some keys do not fit over their record, told by the first flaw of the two together."""
        for flaw in list(flaws)[:1]:
            self._tell(flaw._replace(place=flaw.place._replace(file=overlay.file)), said)

    def lose(self, overlay: Overlay, record: str) -> None:
        """Notes that the record of some keys cannot be read."""
        self._remark(overlay.file, f"is not used: {record} cannot be read")

    def all(self, records: Iterable[str]) -> Private:
        """Everything, once the records of some files are there; what waits still has no record."""
        if self._waiting:
            by_id = {_folder_and_id(_name(file)): file for file in records}
            for name, overlay in self._waiting.items():
                meant = by_id.get(_folder_and_id(name))
                more = f", but {meant}, so it belongs into private/{PurePosixPath(meant).parent}/" if meant else ""
                self._remark(overlay.file, f"is not used: there is no record {name}{more}")
        return Private(self._used, tuple(sorted(self._remarks, key=lambda remark: remark.place.file)))

    def _tell(self, flaw: Flaw, said: str) -> None:
        rule = flaw.kind.value
        self._remarks.append(Remark(flaw.place, f"{said}: {rule} (“refertext explain {rule}” says what that is)"))

    def _remark(self, file: str, said: str) -> None:
        self._remarks.append(Remark(Place(file, offsets=(0, 0)), said))


def overlaid(data: Keys, private: Keys) -> dict[str, Any]:
    """Data with private keys on top; blocks are laid over each other key by key."""
    together = dict(data)
    for key, value in private.items():
        below = together.get(key)
        together[key] = overlaid(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return together


def _name(file: str) -> str:
    """A file's name without its ending: what a record and what is laid over it have in common."""
    return file.rpartition(".")[0]


def _folder_and_id(name: str) -> tuple[str, str]:
    """What tells records apart, whichever year they stand in."""
    return name.partition("/")[0], name.rpartition("/")[2]


def _says(keys: Keys, path: Path) -> bool:
    """Whether what a path leads to comes from some keys; what is no block replaces all that was there."""
    found: Any = keys
    for step in path:
        if not isinstance(found, dict):
            return True
        if step not in found:
            return False
        found = found[step]
    return bool(path)
