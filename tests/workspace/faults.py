"""A system that fails: kills the process, or says that something went wrong, at the n-th call that writes."""

from __future__ import annotations

import errno
import os
import pickle
import signal
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import Any

from refertext.workspace import files

WRITING = ("write", "fsync", "link", "rename", "replace", "unlink", "remove", "mkdir", "rmdir", "fchmod", "fchown")
FOR_SPACE = frozenset({"open", "write", "fsync", "mkdir", "link"})
FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Way(Enum):
    """How it fails."""

    KILLED = "the process is killed, in the middle of what it writes"
    FULL = "no space, once, after half of what is written"
    BROKEN = "an input/output error, once; the call does nothing"
    BROKEN_AFTER = "an input/output error, once; the call does what it should, nevertheless"
    FULL_FROM_THEN_ON = "no space for anything any more"
    BROKEN_FROM_THEN_ON = "an input/output error from every call"


@dataclass
class Faults:
    """Counts calls that write, and fails at one of them (0: at none)."""

    at: int = 0
    way: Way = Way.KILLED
    count: int = 0
    order: list[str] = field(default_factory=list)

    def call(self, name: str, real: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        self.count += 1
        self.order.append(name)
        lasts = self.way in (Way.FULL_FROM_THEN_ON, Way.BROKEN_FROM_THEN_ON)
        if not self.at or self.count < self.at or (self.count > self.at and not lasts):
            return real(*arguments, **options)
        if self.way is Way.FULL_FROM_THEN_ON and name not in FOR_SPACE:
            return real(*arguments, **options)
        if name == "write" and self.way in (Way.KILLED, Way.FULL):
            descriptor, text = arguments
            real(descriptor, bytes(text)[: len(text) // 2])
        if self.way is Way.KILLED:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.way is Way.BROKEN_AFTER:
            made = real(*arguments, **options)
            if name == "open":
                os.close(made)
        raise OSError(errno.ENOSPC if self.way in (Way.FULL, Way.FULL_FROM_THEN_ON) else errno.EIO, "injected")

    def install(self) -> None:
        """Takes the place of the system's calls. For a process of its own: nothing undoes it."""
        real_open = os.open
        for name in WRITING:
            setattr(os, name, partial(self.call, name, getattr(os, name)))
        files.exchange = partial(self.call, "exchange", files.exchange)

        def opened(path: Any, flags: int, *arguments: Any, **options: Any) -> int:
            if flags & FLAGS:
                return int(self.call("open", real_open, path, flags, *arguments, **options))
            return real_open(path, flags, *arguments, **options)

        os.open = opened


@dataclass
class Meddling(Faults):
    """Fails nowhere, but just before one call, or each from then on, somebody else saves a file."""

    save: Callable[[int], None] = lambda _: None
    again: bool = False

    def call(self, name: str, real: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        self.count += 1
        self.order.append(name)
        if self.count == self.at or (self.again and self.count > self.at):
            self.save(self.count)
        return real(*arguments, **options)


def without_exchange_and_links() -> None:
    """Makes the system one that can neither exchange two files nor give a file two names."""

    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    files.exchange = lambda one, other: False  # noqa: ARG005  it is called by place
    os.link = refuse


@dataclass(frozen=True)
class End:
    """How a process ended: what its work returned, None if it was killed."""

    value: Any = None
    was_killed: bool = False


def apart(work: Callable[[], Any]) -> End:
    """Does some work in a process of its own, and waits for its end."""
    return ended(*started(work))


def started(work: Callable[[], Any]) -> tuple[int, int]:
    """Starts some work in a process of its own: its number, and where its answer is read from."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the test runner has threads, the work needs none of them
        pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    tell, code = os.write, 1
    try:
        os.close(reading)
        tell(writing, pickle.dumps(work()))
        code = 0
    finally:
        os._exit(code)


def ended(pid: int, reading: int) -> End:
    """Waits for the end of a process."""
    with open(reading, "rb") as stream:
        answer = stream.read()
    status = os.waitpid(pid, 0)[1]
    if os.WIFSIGNALED(status):
        return End(was_killed=True)
    assert os.WEXITSTATUS(status) == 0, "the process failed: see above"
    with suppress(EOFError):
        return End(pickle.loads(answer))
    return End()
