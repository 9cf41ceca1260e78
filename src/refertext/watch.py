"""Watching a group's files: says when something was saved, once a save, however the editor saves."""

from __future__ import annotations

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

OF_CHECK = frozenset({SETTINGS_FILE, *FOLDERS, "docs"})
"""What `check` reads, by name in the group's folder."""
OF_SITE = OF_CHECK | {"mkdocs.yml", "templates"}
"""What a site is made from."""
QUIET = 0.2
"""For how many seconds nothing more may happen before a save is over: editors take several steps."""
LONGEST = 2.0
"""After how many seconds a save is taken to be over, though more is happening."""
_EVERY = 0.5  # seconds between two looks, where the system does not tell
_TELLING = frozenset({"created", "modified", "deleted", "moved"})


class Saves:
    """What was saved of the named files and folders of a group."""

    def __init__(self, root: Path, names: Collection[str], observer: BaseObserver) -> None:
        self._root = root
        self._names = names
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
            return False
        end = monotonic() + LONGEST
        while monotonic() < end:
            try:
                is_new_folder |= self._told.get(timeout=QUIET)
            except Empty:
                break
        if is_new_folder:
            self._look()
        return True

    def _look(self) -> None:
        """Begins to watch the folders that there are. The group's own is watched for those that come and go."""
        self._observer.unschedule_all()
        self._observer.schedule(self._listener, str(self._root))
        for name in sorted(self._names):
            folder = self._root / name
            if folder.is_dir() and not folder.is_symlink():
                self._observer.schedule(self._listener, str(folder), recursive=True)

    def _hear(self, event: FileSystemEvent) -> None:
        """Reading raises events, too; and that something changed in a folder is told of what is in it."""
        if event.event_type not in _TELLING or (event.is_directory and event.event_type == "modified"):
            return
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if any(self._matters(path, event.event_type) for path in paths):
            self._told.put(event.is_directory and any(path.parent == self._root for path in paths))

    def _matters(self, path: Path, what: str) -> bool:
        if not path.is_relative_to(self._root):
            return False
        parts = path.relative_to(self._root).parts
        if not parts or parts[0] not in self._names or any(part.startswith(".") for part in parts):
            return False
        return what in ("deleted", "moved") or not _is_passing(parts[-1])


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
