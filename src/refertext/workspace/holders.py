"""Who holds a lock: told from a line of JSON, and whether that process can still be running."""

from __future__ import annotations

import json
import os
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256

from refertext.workspace.names import shown

_ENDED = "ended"  # and only not yet taken note of by its parent


@dataclass(frozen=True, slots=True)
class Holder:
    """A process that holds the lock: what it is called, since when (UTC), where it runs.

    `machine` tells machines of the same name apart, `birth` processes that had the same number one after the other,
    as far as the system tells. `pid` is not above 0 where the lock does not say whose it is.
    """

    command: str
    since: str
    host: str
    pid: int
    machine: str = ""
    birth: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it runs, or ran, on this machine, where one can see it."""
        return self.pid > 0 and (self.host, self.machine) == (platform.node(), _machine())


NOBODY_KNOWN = Holder("", "", "", 0)
"""Whoever left a lock that says nothing."""


def holder_now(command: str, moment: datetime) -> Holder:
    """The running process as the holder of a lock from a moment on."""
    since = moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    return Holder(command, since, platform.node(), os.getpid(), _machine(), _birth(os.getpid()))


def line_of(holder: Holder) -> bytes:
    """What stands in the lock: one line, so that one half-written is known by its missing end."""
    return json.dumps(asdict(holder)).encode() + b"\n"


def holder_in(line: bytes) -> Holder:
    """The holder in a line; NOBODY_KNOWN where it is not one of ours."""
    try:
        found = Holder(**json.loads(line))
    except (ValueError, TypeError, RecursionError):
        return NOBODY_KNOWN
    texts = (found.command, found.since, found.host, found.machine, found.birth)
    is_ours = all(isinstance(text, str) for text in texts) and type(found.pid) is int and 0 < found.pid < 2**31
    return found if is_ours else NOBODY_KNOWN


def is_gone(holder: Holder) -> bool:
    """Whether the process has certainly ended. One on another machine, or in a container that cannot be looked into
    from here, never has, however long ago it began.
    """
    if not holder.is_here:
        return False
    birth = _birth(holder.pid)
    if birth:
        return birth != holder.birth
    try:
        os.kill(holder.pid, 0)
    except OSError as error:  # another's process must not even be asked, and is there
        return isinstance(error, ProcessLookupError)
    return False


def sentence_of(holder: Holder) -> str:
    """Who holds the lock, and what to do if it does not end."""
    if holder.pid <= 0:
        return (
            "“.refertext/lock” is there, but does not say whose it is. If no refertext is writing in this group, "
            "delete that file and try again."
        )
    what = who_writes(holder)
    if holder.is_here:
        return f"{what} (process {holder.pid} on this machine). Wait for its end and try again; if it hangs, end it."
    return (
        f"{what} (process {holder.pid} on “{shown(holder.host)}”). Wait for its end and try again; if it does not run "
        "any more, which cannot be seen from here, delete “.refertext/lock”."
    )


def who_writes(holder: Holder) -> str:
    """Which command has the lock, as the beginning of a sentence."""
    if holder.pid <= 0:
        return "Another command writes in this group"
    return f"“{shown(holder.command)}” has been writing in this group since {shown(holder.since)} UTC"


def _machine() -> str:
    """Which machine, and which of its worlds of processes, this is, as far as the system tells."""
    number = world = ""
    with suppress(OSError, ValueError), open("/etc/machine-id", encoding="ascii") as stream:
        number = sha256(stream.read().encode()).hexdigest()[:12]  # the number itself is nobody else's business
    with suppress(OSError):
        world = f"{os.stat('/proc/self/ns/pid').st_ino:x}"
    return f"{number}-{world}"


def _birth(pid: int) -> str:
    """What no two processes of a machine have in common; empty where the system does not tell."""
    try:
        with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as stream:
            boot = stream.read().strip()
        with open(f"/proc/{pid}/stat", "rb") as stream:
            state, *fields = stream.read().rpartition(b")")[2].split()
        return _ENDED if state in (b"Z", b"X") else f"{boot}-{fields[18].decode()}"
    except (OSError, ValueError, IndexError):
        return ""
