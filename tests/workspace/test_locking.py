"""One lock for a group: who holds it is said, who is dead is replaced by exactly one, who may live never."""

from __future__ import annotations

import errno
import fcntl
import os
import platform
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

import pytest
from faults import apart, ended, started
from on_disk import a_small_group, an_empty_folder, found  # noqa: F401  fixtures

from refertext.workspace import Create, Failure, Unavailable, locked
from refertext.workspace import lock as locking
from refertext.workspace.holders import NOBODY_KNOWN, Holder, holder_in, holder_now, is_gone, line_of

MOMENT = datetime(2026, 3, 11, 7, 30, 5, tzinfo=UTC)
WAITERS, ROUNDS = 8, 10


def lock_file(root: Path) -> Path:
    return root / ".refertext" / "lock"


def leave(root: Path, line: bytes) -> None:
    """Leaves a lock that says something."""
    lock_file(root).parent.mkdir(exist_ok=True)
    lock_file(root).write_bytes(line)


def die_with_it(root: Path) -> NoReturn:
    with locked(root, "die", limit=0):
        os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def wait_for_it(root: Path) -> bool:
    """Whether this process took over what was left. Who is inside says so, and finds nobody else there."""
    with locked(root, "wait", limit=300.0) as workspace:
        inside = os.open(root / "inside", os.O_CREAT | os.O_EXCL)
        time.sleep(0.001)
        os.close(inside)
        (root / "inside").unlink()
        return workspace.lock.was_left


@pytest.mark.parametrize("left", [b"", b'{"command": "se'], ids=["nothing", "half a line"])
def test_a_half_written_lock_is_taken_over_once(root: Path, left: bytes) -> None:
    leave(root, left)
    waiters = [started(lambda: wait_for_it(root)) for _ in range(WAITERS)]
    assert sum(ended(*waiter).value for waiter in waiters) == 1


def test_the_lock_of_a_killed_process_is_taken_over_once(root: Path, tell: Callable[[str], None]) -> None:
    for _ in range(ROUNDS):
        assert apart(lambda: die_with_it(root)).was_killed
        assert lock_file(root).exists()
        waiters = [started(lambda: wait_for_it(root)) for _ in range(WAITERS)]
        assert sum(ended(*waiter).value for waiter in waiters) == 1
        assert not lock_file(root).exists()
    tell(f"{ROUNDS} killed holders, {WAITERS} waiting for each: taken over {ROUNDS} times, never by two")


def test_waiting_ends_with_a_sentence_about_who_holds_it(root: Path) -> None:
    with locked(root, "rename"), pytest.raises(Unavailable) as refusal, locked(root, "set", limit=0.01):
        pass
    said = str(refusal.value)
    assert said.startswith("“rename” has been writing in this group since 20")
    assert said.endswith(
        f" UTC (process {os.getpid()} on this machine). Wait for its end and try again; if it hangs, end it."
    )


def test_who_waits_for_long_is_told_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "_SILENT", 0.0)
    told: list[str] = []
    with locked(root, "rename"), pytest.raises(Unavailable), locked(root, "set", limit=0.2, tell=told.append):
        pass
    assert [line[:30] for line in told] == ["“rename” has been writing in t"]


def test_the_lock_is_given_up_whatever_happens(root: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(root, "set"):
        raise ZeroDivisionError
    assert not lock_file(root).exists()


HERE = holder_now("set", MOMENT)
ELSEWHERE = replace(HERE, host="laptop-of-kit", pid=1)


WAIT = (
    "Wait for its end and try again; if it does not run any more, which cannot be seen from here, delete "
    "“.refertext/lock”."
)
UNKNOWN = (
    "“.refertext/lock” is there, but does not say whose it is. If no refertext is writing in this group, delete that "
    "file and try again."
)
AGED = replace(ELSEWHERE, since="1999-12-31 23:59:59")
STEERING = replace(ELSEWHERE, command="\x1b[2J" * 99, host="\x1b]0;x\x07")
FOREIGN = (b"mine\n", b"[]\n", b"{}\n", b"null\n", b'{"pid": 1}\n', b"[" * 4000, b"x" * 5000, b"\xff\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            line_of(AGED),
            f"“set” has been writing in this group since {AGED.since} UTC (process 1 on “{AGED.host}”). {WAIT}",
        ),
        (
            line_of(STEERING),
            f"“{'�[2J' * 50}” has been writing in this group since {HERE.since} UTC (process 1 on “�]0;x�”). {WAIT}",
        ),
        *((line, UNKNOWN) for line in FOREIGN),
    ],
)
def test_a_lock_that_may_be_somebodys_is_never_taken_over(root: Path, line: bytes, said: str) -> None:
    leave(root, line)
    with pytest.raises(Unavailable) as refusal, locked(root, "set", limit=0.03):
        pass
    assert str(refusal.value) == said
    assert lock_file(root).read_bytes() == line


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: Path(path).symlink_to("/etc/hostname")])
def test_what_is_no_plain_file_is_no_lock_of_ours(root: Path, make: Callable[[str], None]) -> None:
    lock_file(root).parent.mkdir()
    make(str(lock_file(root)))
    with pytest.raises(Unavailable, match="does not say whose it is"), locked(root, "set", limit=0.03):
        pass


def dead() -> int:
    """The number of a process that has ended."""
    pid, reading = started(lambda: None)
    ended(pid, reading)
    return pid


def test_who_is_gone() -> None:
    assert not is_gone(HERE)
    assert is_gone(replace(HERE, birth="another one, with the same number, before"))
    assert is_gone(replace(HERE, pid=dead()))
    assert not is_gone(replace(HERE, pid=dead(), host="laptop-of-kit"))
    assert not is_gone(replace(HERE, pid=dead(), machine="a container of the same name"))
    assert not is_gone(NOBODY_KNOWN)


def test_a_process_that_its_parent_has_not_noted_yet_is_gone(root: Path) -> None:
    pid, reading = started(lambda: die_with_it(root))
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    with locked(root, "set", limit=0) as workspace:
        assert workspace.lock.was_left
    ended(pid, reading)


def test_a_holder_comes_back_from_its_line() -> None:
    assert holder_in(line_of(HERE)) == HERE
    assert HERE.since == "2026-03-11 07:30:05"
    assert (HERE.host, HERE.pid) == (platform.node(), os.getpid())
    assert isinstance(HERE, Holder)


def test_where_the_system_cannot_say_who_is_alone_nothing_is_taken_over(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(errno.ENOLCK, "no locks on this disk")

    apart(lambda: die_with_it(root))
    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(Unavailable, match="“die” has been writing"), locked(root, "set", limit=0.03):
        pass
    lock_file(root).unlink()
    with locked(root, "set", limit=0) as workspace:
        assert not workspace.lock.was_left


def test_nothing_is_written_once_somebody_has_removed_the_lock(root: Path) -> None:
    before = found(root)
    with locked(root, "set") as workspace:
        lock_file(root).unlink()
        with locked(root, "another"):
            outcome = workspace.commit([Create("members/lee.md", b"lee\n")])
            said = "Nothing was changed: “.refertext/lock” was removed while the command was running."
            assert outcome == Failure(said)
            workspace.lock.release()
            assert lock_file(root).exists(), "it is another's now"
    assert found(root) == before
