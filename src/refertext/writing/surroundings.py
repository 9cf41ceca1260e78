"""The group around files that are to be changed: all of it, or as much as is needed to judge one edit quickly."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from refertext.clock import today
from refertext.disk import PRIVATE, materials, read_group, record_names
from refertext.group import Group, load
from refertext.records import FOLDERS
from refertext.text import Source

Read = Callable[[str], Source]
"""Gives a file of the group as it is now."""

_ALWAYS = frozenset({"members", "profiles"})
"""Folders that are read even for a quick look: seats are compared with each other, and names are shown."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A group's folder, the day to look from, and of which files of the group more than the name matters.

    With `files`, of the large folders only these are opened; of the others the ids are known, as if the files could not
    be read. Only the former ids in them are not known then: `whole` makes sure.
    """

    root: Path
    as_of: date | None = None
    files: Collection[str] | None = None

    @property
    def whole(self) -> Surroundings:
        """The same with every file."""
        return replace(self, files=None)

    def group(self, read: Read, texts: Mapping[str, bytes | None] | None = None) -> Group:
        """The group as it is now, or with other bytes for some files; None where there is such a file no more."""
        over = texts or {}
        closed = set() if self.files is None else set(FOLDERS) - _ALWAYS
        sources = self._sources(read, over, closed)
        group = load(sources, today, self.as_of, materials(self.root) if self.files is None else ())
        if not closed:
            return group
        return replace(group, unread={**group.unread, **{folder: self._ids(folder, group) for folder in closed}})

    def _sources(self, read: Read, over: Mapping[str, bytes | None], closed: Collection[str]) -> Iterator[Source]:
        for source in read_group(self.root, FOLDERS.keys() - closed):
            if source.file not in over:
                yield source
        for file in self.files or ():
            if file not in over and file.partition("/")[0] in closed:
                yield read(file)
        for file, data in over.items():
            if data is not None and not file.startswith(f"{PRIVATE}/"):
                yield Source(file, data)

    def _ids(self, folder: str, group: Group) -> frozenset[str]:
        """The ids of a folder whose files were not opened."""
        names = frozenset(PurePosixPath(name).stem for name in record_names(self.root, folder))
        return (names | group.unread[folder]) - group.records(folder).keys()
