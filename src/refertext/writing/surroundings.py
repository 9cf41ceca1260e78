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

    def seen(self, read: Read) -> Seen:
        """The group as it is now. What is opened in its large folders one by one goes through `read`."""
        opened = (read(file) for file in self.files or () if file.partition("/")[0] in self.closed)
        sources = {source.file: source for source in read_group(self.root, FOLDERS.keys() - self.closed)}
        sources.update((source.file, source) for source in opened)
        return Seen(self, self.group(sources.values()), sources, read)

    @property
    def closed(self) -> Collection[str]:
        """The folders whose files are not all opened."""
        return () if self.files is None else FOLDERS.keys() - _ALWAYS

    def group(self, sources: Collection[Source]) -> Group:
        """The group in some files, with the ids of those that were not opened."""
        group = load(sources, today, self.as_of, materials(self.root) if self.files is None else ())
        if not self.closed:
            return group
        return replace(group, unread={**group.unread, **{folder: self._ids(folder, group) for folder in self.closed}})

    def _ids(self, folder: str, group: Group) -> frozenset[str]:
        """The ids of a folder whose files were not opened."""
        names = frozenset(PurePosixPath(name).stem for name in record_names(self.root, folder))
        return (names | group.unread[folder]) - group.records(folder).keys()


@dataclass(frozen=True, slots=True)
class Seen:
    """A group, and the very files that it was made of, so that nothing is changed that was not seen: what somebody
    saves from now on is met when the change is made.
    """

    around: Surroundings
    group: Group
    sources: dict[str, Source]
    now: Read

    def read(self, file: str) -> Source:
        """A file as it was seen; one that was not is read now, and is seen from now on unless it is private."""
        if file.startswith(f"{PRIVATE}/"):
            return self.now(file)
        if file not in self.sources:
            self.sources[file] = self.now(file)
        return self.sources[file]

    def whole(self) -> Seen:
        """The same with every file; those that were seen are as they were."""
        more = self.around.whole.seen(self.now)
        sources = {**more.sources, **self.sources}
        return Seen(more.around, more.around.group(sources.values()), sources, self.now)

    def changed(self, texts: Mapping[str, bytes | None]) -> Group:
        """The group with other bytes for some files; None where there is such a file no more."""
        return self.around.group(list(self._changed(texts)))

    def _changed(self, texts: Mapping[str, bytes | None]) -> Iterator[Source]:
        for file, source in self.sources.items():
            data = texts.get(file)
            if file not in texts:
                yield source
            elif data is not None:
                yield Source(file, data)
        for file, data in texts.items():
            if file not in self.sources and data is not None and not file.startswith(f"{PRIVATE}/"):
                yield Source(file, data)
