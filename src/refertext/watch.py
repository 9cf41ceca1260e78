"""Watching a group's files: says when something was saved, once a save, however the editor saves."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from refertext.records import FOLDERS, SETTINGS_FILE
from refertext.text import LOG

OF_CHECK = frozenset({SETTINGS_FILE, *FOLDERS, LOG, "docs"})
"""What `check` reads, by name in the group's folder."""
OF_SITE = OF_CHECK | {"mkdocs.yml", "templates"}
"""What a site is made from."""
QUIET = 0.1
"""For how many seconds nothing more may happen before a save is over: editors take several steps."""
LONGEST = 2.0
"""After how many seconds a save is taken to be over, though more is happening."""
_EVERY = 0.5  # seconds between two looks, where the system does not tell
_TELLING = frozenset({"created", "modified", "deleted", "moved"})

# Else what watchdog logs is on stderr, such as that it was stopped while it looked.
logging.getLogger("watchdog").addHandler(logging.NullHandler())


class Saves:
    """What was saved of the named files and folders of a group, and of others that are named later."""

    def __init__(self, root: Path, names: Collection[str], observer: BaseObserver) -> None:
        self._root = root
        self._names = names
        self._more: frozenset[Path] = frozenset()
        self._observer = observer
        self._told: SimpleQueue[bool] = SimpleQueue()
        self._listener = _Listener(self._hear)
        self._look()

    def wait(self, seconds: float) -> bool:
        """Waits for a save and for its end; whether there was one within some seconds. What is saved later on, even if
        nobody waits, is told the next time.
        """
        try:
            is_new_folder = self._told.get(timeout=seconds)
        except Empty:
            return self._came_or_went()
        end = monotonic() + LONGEST
        while monotonic() < end:
            try:
                is_new_folder |= self._told.get(timeout=QUIET)
            except Empty:
                break
        if is_new_folder:
            self._look()
        return True

    def watch_also(self, paths: frozenset[Path]) -> None:
        """Watches other files and folders, too, instead of those that were named before."""
        if paths != self._more:
            self._more = paths
            self._look()

    def _came_or_went(self) -> bool:
        """Whether the group's folder went away, or is there again: of that the system does not tell."""
        if self._root.is_dir() == self._is_there:
            return False
        self._look()
        return True

    def _look(self) -> None:
        """Begins to watch the folders that there are. The group's own is watched for those that come and go, and so is
        the one that a file or a folder from elsewhere is in.
        """
        self._observer.unschedule_all()
        self._is_there = self._root.is_dir()
        named = {self._root / name for name in self._names}
        folders = {path for path in (*named, *self._more) if path.is_dir() and not path.is_symlink()}
        for folder in sorted({self._root, *(path.parent for path in self._more)}):
            if folder.is_dir() and folder not in folders:
                self._observer.schedule(self._listener, str(folder))
        for folder in sorted(folders):
            self._observer.schedule(self._listener, str(folder), recursive=True)

    def _hear(self, event: FileSystemEvent) -> None:
        """Reading raises events, too; and that something changed in a folder is told of what is in it."""
        if event.event_type not in _TELLING or (event.is_directory and event.event_type == "modified"):
            return
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if any(self._matters(path, event.event_type) for path in paths):
            self._told.put(event.is_directory and any(self._is_named(path) for path in paths))

    def _is_named(self, path: Path) -> bool:
        return path in self._more or (path.parent == self._root and path.name in self._names)

    def _matters(self, path: Path, what: str) -> bool:
        named = next((one for one in (path, *path.parents) if self._is_named(one)), None)
        if named is None or any(part.startswith(".") for part in path.relative_to(named).parts):
            return False
        return what in ("deleted", "moved") or not _is_passing(path.name)


class _Listener(FileSystemEventHandler):
    """Passes on what the observer tells."""

    def __init__(self, hear: Callable[[FileSystemEvent], None]) -> None:
        self._hear = hear

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._hear(event)


def _is_passing(name: str) -> bool:
    """Whether an editor made a file for itself, and will take it away: a backup, a copy of what is being typed, a try
    whether it may write.
    """
    return name == "4913" or name.endswith("~") or (name.startswith("#") and name.endswith("#"))


@contextmanager
def watching(root: Path, names: Collection[str], *, poll: bool = False) -> Iterator[Saves]:
    """Watches until the end of the block. With `poll`, and where the system does not tell of changes, it looks every
    half second.
    """
    observer, saves = _polling(root, names) if poll else _told(root, names)
    try:
        yield saves
    finally:
        observer.stop()
        observer.join()


def _told(root: Path, names: Collection[str]) -> tuple[BaseObserver, Saves]:
    observer = Observer()
    try:
        saves = Saves(root, names, observer)
        observer.start()
    except OSError:  # too many folders are watched on this machine, or it cannot watch at all
        observer.unschedule_all()
        return _polling(root, names)
    return observer, saves


def _polling(root: Path, names: Collection[str]) -> tuple[BaseObserver, Saves]:
    observer = PollingObserver(timeout=_EVERY)
    saves = Saves(root, names, observer)
    observer.start()
    return observer, saves
