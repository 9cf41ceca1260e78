"""The way in: a group under its lock, to be read and then changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from refertext.clock import now
from refertext.disk import read_as
from refertext.problem import Flaw, FlawKind, Place
from refertext.text import Source
from refertext.workspace.changes import Change
from refertext.workspace.committing import commit
from refertext.workspace.holders import Holder, holder_now
from refertext.workspace.kept import keep
from refertext.workspace.lock import Lock, acquire
from refertext.workspace.names import OWN, fault_on_way
from refertext.workspace.outcomes import Outcome, Unavailable, reason_of
from refertext.workspace.recovery import recover

LIMIT = 10.0
"""For how many seconds a command waits for the lock if it is told nothing else."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A group that this process alone writes to, until the end of the block. `notes` are sentences about what earlier,
    interrupted commands had begun and what became of it.
    """

    root: Path
    notes: tuple[str, ...]
    lock: Lock
    holder: Holder

    def read(self, file: str) -> Source:
        """A file of the group as it is now; a source with a flaw where it cannot be read, or a link is on the way."""
        if fault_on_way(str(self.root), file):
            return Source(file, b"", Flaw(FlawKind.SYMLINK, Place(file, offsets=(0, 0))))
        return read_as(self.root / file, file)

    def commit(self, changes: Iterable[Change]) -> Outcome:
        """Makes all of some changes or none of them, and says what came of it."""
        return commit(str(self.root), self.lock, self.holder, changes)


@contextmanager
def locked(
    root: Path, command: str, *, limit: float = LIMIT, tell: Callable[[str], None] | None = None
) -> Iterator[Workspace]:
    """Takes the group's lock, in the name of a command that others will be shown, before anything is read; finishes
    what interrupted commands began; gives the lock up at the end. Waits up to a limit in seconds if another process
    writes; `tell` gets a sentence about it if that takes longer than a moment. Unavailable if nothing can be written.
    """
    path = os.path.realpath(root)
    holder = holder_now(command, now())
    try:
        lock = acquire(_own_folder(path), holder, limit, tell)
    except OSError as error:
        raise Unavailable(f"Nothing can be written in this group: {reason_of(error, path)}.") from None
    try:
        yield Workspace(Path(path), recover(path), lock, holder)
    finally:
        lock.release()


def put_aside(root: Path, contents: Mapping[str, bytes]) -> str:
    """Keeps what could not be written, by file, and gives the folder it is in, relative to the group; needs no lock.
    OSError or Unavailable where nothing can be written.
    """
    path = os.path.realpath(root)
    _own_folder(path)
    return keep(path, contents)


def _own_folder(root: str) -> str:
    folder = os.path.join(root, OWN)
    if os.path.islink(folder):
        raise Unavailable(f"“{OWN}” is a link, so nothing is written there.")
    os.makedirs(folder, exist_ok=True)
    return folder
