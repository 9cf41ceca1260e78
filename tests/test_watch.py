"""Watching: every way in which editors save is told, once; what is none of our business is not."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.observers.polling import PollingObserver

from conftest import CAST
from refertext import watch
from refertext.watch import OF_CHECK, OF_SITE, Saves, watching

PATIENCE = 30.0
A_MOMENT = 0.8  # longer than polling takes
KIT = "members/kit-larsen.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(CAST, tmp_path / "group"))
    for name in ("private", "site", ".git", "docs", "templates"):
        (folder / name).mkdir(exist_ok=True)
    return folder


@pytest.fixture(params=[False, True], ids=["told", "polling"])
def saves(root: Path, request: pytest.FixtureRequest) -> Iterator[Saves]:
    with watching(root, OF_SITE, poll=request.param) as found:
        yield found


def in_place(path: Path) -> None:
    path.write_text(path.read_text() + "\n")


def renamed_over(path: Path) -> None:
    new = path.with_name(f".{path.name}.new")
    new.write_text(path.read_text() + "\n\n")
    new.replace(path)


def vim_with_backup(path: Path) -> None:
    text = path.read_text()
    swap, trial, backup = path.with_name(f".{path.name}.swp"), path.with_name("4913"), path.with_name(f"{path.name}~")
    swap.write_text("b0VIM")
    trial.touch()
    trial.unlink()
    path.rename(backup)
    path.write_text(text + "\n\n\n")
    backup.unlink()
    swap.unlink()


def emacs(path: Path) -> None:
    lock, typed = path.with_name(f".#{path.name}"), path.with_name(f"#{path.name}#")
    lock.symlink_to("someone@somewhere.1:2")
    typed.write_text("half")
    shutil.copy2(path, path.with_name(f"{path.name}~"))
    path.write_text(path.read_text() + "\n\n\n\n")
    typed.unlink()
    lock.unlink()


def in_two_writes(path: Path) -> None:
    text = path.read_text()
    with path.open("w") as stream:
        stream.write(text[:20])
        stream.flush()
        os.fsync(stream.fileno())
        stream.write(text[20:] + "\n")


def deleted(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("kit.md"))


@pytest.mark.parametrize(
    "save", [in_place, renamed_over, vim_with_backup, emacs, in_two_writes, deleted, moved], ids=lambda f: f.__name__
)
def test_a_save_is_told_once(
    root: Path, saves: Saves, save: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "QUIET", 1.0)  # a busy machine may stop between two steps of a save
    save(root / KIT)
    assert saves.wait(PATIENCE)
    assert not saves.wait(A_MOMENT)


@pytest.mark.parametrize(
    "file", ["refertext.yml", "mkdocs.yml", "docs/a/b.md", "templates/home.html", "referrals/x.yml"]
)
def test_all_that_a_site_is_made_from_is_watched(root: Path, saves: Saves, file: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text("new: 1\n")
    assert saves.wait(PATIENCE)


def test_a_folder_that_comes_later_is_watched(root: Path, saves: Saves) -> None:
    shutil.rmtree(root / "prospects", ignore_errors=True)
    saves.wait(A_MOMENT)
    (root / "prospects").mkdir()
    assert saves.wait(PATIENCE)
    (root / "prospects" / "brewery.yml").write_text("alias: A brewery\n")
    assert saves.wait(PATIENCE)


def test_what_is_none_of_our_business_is_not_told(root: Path, saves: Saves) -> None:
    for file in ("private/a.yml", "site/index.html", ".git/index", "notes.txt", "members/.kit.md.swp", "members/4913"):
        (root / file).write_text("x")
    (root / KIT).read_text()
    assert not saves.wait(A_MOMENT)


def test_where_the_system_cannot_tell_it_looks_itself(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Exhausted(PollingObserver):
        def start(self) -> None:
            raise OSError(errno.ENOSPC, "no more watches")

    monkeypatch.setattr(watch, "Observer", Exhausted)
    with watching(root, OF_SITE) as saves:
        in_place(root / KIT)
        assert saves.wait(PATIENCE)


def test_a_backup_that_is_taken_away_is_told_since_check_told_of_it(root: Path) -> None:
    (root / "members/kit.md~").write_text("x")
    with watching(root, OF_CHECK) as saves:
        (root / "members/kit.md~").unlink()
        assert saves.wait(PATIENCE)


def test_check_is_made_again_with_each_save_until_it_is_stopped(root: Path) -> None:
    shown = _Output([sys.executable, "-m", "refertext", "watch", "--group", str(root)])
    assert shown.has("as of 2026-03-11", 1)
    (root / "members/new.yml").write_text("name: [\n")
    assert shown.has("members/new.yml:1", 1)
    (root / "members/new.yml").unlink()
    assert shown.has("as of 2026-03-11", 3)
    assert shown.text.count("── ") == 3
    assert shown.stop(signal.SIGTERM) == (0, "")


class _Output:
    """A command that goes on, and what it has said so far."""

    def __init__(self, command: list[str]) -> None:
        environment = {**os.environ, "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment
        )
        self._changed = threading.Condition()
        self.text = ""
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            with self._changed:
                self.text += line
                self._changed.notify_all()

    def has(self, words: str, times: int) -> bool:
        """Whether it says something so many times before patience ends."""
        with self._changed:
            return self._changed.wait_for(lambda: self.text.count(words) >= times, PATIENCE)

    def stop(self, way: signal.Signals) -> tuple[int, str]:
        """The exit code, and what it said on stderr."""
        self._process.send_signal(way)
        code = self._process.wait(PATIENCE)
        self._thread.join()
        assert self._process.stdout
        assert self._process.stderr
        with self._process.stdout, self._process.stderr as errors:
            return code, errors.read()


def test_what_watchdog_logs_is_not_on_stderr() -> None:
    code = "import logging, refertext.watch; logging.getLogger('watchdog.observers').error('stopped while it looked')"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stderr == ""
