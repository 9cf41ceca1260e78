"""A real terminal for tests: a program believes that somebody sits in front of it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Self

_SECONDS = 30


def _take_over_terminal() -> None:
    """Makes stdin the terminal from which the program gets Ctrl-C."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """`refertext` in a folder, in a terminal of its own; at the end it must have ended by itself."""

    def __init__(self, folder: Path, *words: str, environment: Mapping[str, str] | None = None) -> None:
        self._ours, theirs = pty.openpty()
        self._program = subprocess.Popen(
            [sys.executable, "-m", "refertext", *words],
            cwd=folder,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_take_over_terminal,  # noqa: PLW1509  one call of the system, which takes no lock
            env={**os.environ, "TERM": "dumb", "COLUMNS": "120", **(environment or {})},
        )
        os.close(theirs)
        self.text = ""
        """Everything that was shown so far."""
        self._read_until = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._program.poll() is None:
            self._program.kill()
            self._program.wait()
        os.close(self._ours)

    def expect(self, words: str) -> None:
        """Waits until the words are shown, after those that were waited for before."""
        end = time.monotonic() + _SECONDS
        while words not in self.text[self._read_until :]:
            assert time.monotonic() < end, f"“{words}” is not shown, but:\n{self.text}"
            assert self._read(), f"it ended without showing “{words}”:\n{self.text}"
        self._read_until = self.text.index(words, self._read_until) + len(words)

    def type(self, line: str) -> None:
        """Types a line and presses Enter."""
        os.write(self._ours, f"{line}\n".encode())

    def answer(self, question: str, line: str) -> None:
        """Waits for a question and answers it."""
        self.expect(question)
        self.type(line)

    def press(self, key: bytes) -> None:
        """Presses a key, such as b"\\x03" for Ctrl-C."""
        os.write(self._ours, key)

    def interrupt(self) -> int:
        """Presses Ctrl-C until the program has ended, and gives its exit code. One press may come in the moment before
        Python begins to wait for a line, which does not notice it then.
        """
        for _ in range(2 * _SECONDS):
            self.press(b"\x03")
            with suppress(subprocess.TimeoutExpired):
                self._program.wait(0.5)
                break
        return self.end()

    def end(self) -> int:
        """Waits until the program has ended, and gives its exit code."""
        end = time.monotonic() + _SECONDS
        while self._read():
            assert time.monotonic() < end, f"it does not end:\n{self.text}"
        return self._program.wait(_SECONDS)

    def _read(self) -> bool:
        """Reads what is shown; whether the program may show more."""
        ready, _, _ = select.select([self._ours], [], [], 0.1)
        if not ready:
            return self._program.poll() is None
        try:
            shown = os.read(self._ours, 65536)
        except OSError:  # how Linux says that nobody has the other end any more
            return False
        self.text += shown.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(shown)
