"""Small groups to be written to, on a disk in memory where there is one: thousands of runs would wear out another."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from refertext.records import SETTINGS_FILE

MEMORY = Path("/dev/shm")


@pytest.fixture(name="place")
def an_empty_folder(tmp_path: Path) -> Iterator[Path]:
    """An empty folder."""
    in_memory = MEMORY.is_dir() and os.access(MEMORY, os.W_OK)
    folder = Path(tempfile.mkdtemp(prefix="refertext-", dir=MEMORY if in_memory else tmp_path))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(name="root")
def a_small_group(place: Path) -> Path:
    """A group with one member and one prospect."""
    folder = place / "group"
    lay(folder, {SETTINGS_FILE: b"x\n", "members/kit.md": b"old\n", "prospects/bakery.yml": b"alias: a bakery\n"})
    return folder


def lay(root: Path, contents: Mapping[str, bytes]) -> None:
    """Writes files."""
    for file, data in contents.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(data)


def found(root: Path) -> dict[str, bytes]:
    """Every file there is, by name; what was kept apart."""
    paths = (path for path in root.rglob("*") if path.is_file() or path.is_symlink())
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.exists()}
    return {file: data for file, data in files.items() if not file.startswith(".refertext/kept/")}


def kept(root: Path) -> dict[str, bytes]:
    """Every file that was kept, by its name in its folder."""
    top = root / ".refertext" / "kept"
    paths = (path for path in sorted(top.rglob("*")) if path.is_file() and path.name != ".gitignore")
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in paths}
