"""The one lock of a group: a file that only one process at a time can make, and that says who it is."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic, sleep

from refertext.workspace.files import content, drop
from refertext.workspace.holders import NOBODY_KNOWN, Holder, holder_in, is_gone, line_of, sentence_of, who_writes
from refertext.workspace.outcomes import Unavailable

LOCK = "lock"
_SHORTEST, _LONGEST = 0.001, 0.02  # seconds between two tries
_SILENT = 1.0  # seconds of waiting that nobody needs to be told of
_MOST_BYTES = 4096
_HALF_WRITTEN = Holder("", "", "", -1)


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that this process holds. `was_left` says that a process had died with it, and it was taken over."""

    path: str
    file: tuple[int, int]
    was_left: bool = False

    def is_held(self) -> bool:
        """Whether it is still there: anybody could have deleted it."""
        try:
            found = os.lstat(self.path)
        except FileNotFoundError:
            return False
        return (found.st_dev, found.st_ino) == self.file

    def release(self) -> None:
        """Gives it up. If the system cannot remove it, the next command does, when this process has ended."""
        with suppress(OSError):
            if self.is_held():
                os.unlink(self.path)


def acquire(folder: str, holder: Holder, limit: float, tell: Callable[[str], None] | None = None) -> Lock:
    """The lock in our folder of a group, waiting for it if need be, up to a limit in seconds. `tell` gets a sentence
    about who holds it, once, when waiting takes a while. Unavailable if the limit is reached.
    """
    began = monotonic()
    while True:
        found = _attempt(folder, holder)
        if isinstance(found, Lock):
            return found
        waited = monotonic() - began
        if waited >= limit:
            raise Unavailable(sentence_of(found))
        if tell and waited >= _SILENT:
            tell(f"{who_writes(found)}, so this command waits for up to {limit:.0f} seconds.")
            tell = None
        sleep(random.uniform(_SHORTEST, _LONGEST))  # noqa: S311  so that waiting processes do not keep step


def _attempt(folder: str, holder: Holder) -> Lock | Holder:
    """The lock, or who holds it."""
    path = os.path.join(folder, LOCK)
    found = _holder_of(path)
    if found and not _is_left(found):
        return found
    with _alone(folder) as is_alone:
        if is_alone is False:
            return found or NOBODY_KNOWN
        found = _holder_of(path)  # once more: others may have been quicker
        was_left = bool(is_alone and found and _is_left(found))
        if was_left:
            os.unlink(path)
        return _create(path, holder, was_left) or _holder_of(path) or NOBODY_KNOWN


@contextmanager
def _alone(folder: str) -> Iterator[bool | None]:
    """Whether nobody else on this machine looks at the lock until the end of the block; None where the system cannot
    say. The system itself ends this when a process does, so it is never left behind.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield None
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_alone: bool | None = True
        except BlockingIOError:
            is_alone = False
        except OSError:  # a network disk
            is_alone = None
        yield is_alone
    finally:
        os.close(descriptor)


def _create(path: str, holder: Holder, was_left: bool) -> Lock | None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except FileExistsError:
        return None
    try:
        try:
            os.write(descriptor, line_of(holder))
            made = os.fstat(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        drop(path)
        raise
    return Lock(path, (made.st_dev, made.st_ino), was_left)


def _holder_of(path: str) -> Holder | None:
    """Who holds the lock; None if nobody does."""
    try:
        line = content(path, _MOST_BYTES)
    except (ValueError, OSError):
        return NOBODY_KNOWN
    if line is None:
        return None
    is_half = line == b"" or (line.startswith(b"{") and not line.endswith(b"\n"))
    return _HALF_WRITTEN if is_half else holder_in(line)


def _is_left(holder: Holder) -> bool:
    """Whether a lock is no longer anybody's. One half-written is, as seen by who is alone: its maker would be, too."""
    return holder is _HALF_WRITTEN or is_gone(holder)
