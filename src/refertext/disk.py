"""The only place where files are read or written. Links are never followed, only plain files are opened."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from refertext.patterns import pattern
from refertext.problem import Flaw, FlawKind, Place
from refertext.records import FOLDERS, PACKAGED, SETTINGS_FILE, nearest
from refertext.text import LOG, MOST_BYTES, Source

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NOT_OURS = frozenset({"agreements", "docs", LOG, "private", "site", "src", "templates", "tests"})
PRIVATE = "private"
_DATED_RECORD = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\b.*\.(?:yml|yaml|md)\Z")
_MOST_LEVELS = 8  # of folders in folders
_MOST_PICTURE_BYTES = 8 * 1024 * 1024


def find_root(start: Path) -> Path | None:
    """The group's folder: the nearest one with a `refertext.yml`, from a folder upwards."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if os.path.lexists(folder / SETTINGS_FILE)), None)


def read_group(root: Path, folders: Iterable[str] = FOLDERS) -> Iterator[Source]:
    """The settings, then every file in the folders of records, or in some of them, and in the log, in order of name.

    A file that cannot be read is a source with a flaw. Hidden files and READMEs are no records.
    """
    yield _read_if_plain(str(root / SETTINGS_FILE), SETTINGS_FILE)
    for name in sorted((*folders, LOG)):
        yield from _read_folder(str(root / name), name, _MOST_LEVELS)
    yield from _misspelt_folders(root)
    yield from _outside_folders(root)


def read_private(root: Path) -> Iterator[Source]:
    """Every file in the folders of records in `private/`, in order of name: what only the owner of this machine may
    see, under the names that the same records have in the group.
    """
    if os.path.islink(root / PRIVATE):
        yield _flawed(PRIVATE, FlawKind.SYMLINK)
    elif (root / PRIVATE).is_dir():
        for name in sorted(FOLDERS):
            yield from _read_folder(str(root / PRIVATE / name), f"{PRIVATE}/{name}", _MOST_LEVELS)
        yield from _misspelt_folders(root / PRIVATE, f"{PRIVATE}/")


def packaged_profiles() -> Iterator[Source]:
    """The profiles that come with refertext, under the names that they would have in a group."""
    from importlib import resources  # check never comes here, and should not wait for it

    folder = resources.files("refertext") / "profiles"
    for name in PACKAGED:
        yield Source(f"profiles/{name}.yml", (folder / f"{name}.yml").read_bytes())


def read_templates(root: Path) -> Iterator[tuple[str, str]]:
    """The group's own page templates by name: what in `templates/` is a plain file that ends in .html or .svg."""
    folder = root / "templates"
    if folder.is_symlink() or not folder.is_dir():
        return
    for name in sorted(os.listdir(folder)):
        source = _read_if_plain(str(folder / name), f"templates/{name}") if name.endswith((".html", ".svg")) else None
        if source and not source.flaw:
            yield name, source.data.decode("utf-8", "replace")


def read_skeleton(root: Path, name: str) -> Source | None:
    """A file of `templates/` that new records may start from, by its name there; None where there is none."""
    folder = root / "templates"
    if folder.is_symlink() or not os.path.lexists(folder / name):
        return None
    return _read_if_plain(str(folder / name), f"templates/{name}")


def record_names(root: Path, folder: str) -> Iterator[str]:
    """The names of the files in a folder of records, relative to the group's folder; none is opened."""
    folders = [] if os.path.islink(root / folder) else [folder]
    while folders:
        above = folders.pop()
        with suppress(OSError), os.scandir(root / above) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{above}/{entry.name}")
                elif entry.name.endswith((".yml", ".md")) and entry.name.lower() != "readme.md":
                    yield f"{above}/{entry.name}"


def read_as(path: Path, file: str) -> Source:
    """One file from anywhere, as if it stood in the group under a name."""
    return _read_if_plain(str(path), file)


def materials(root: Path) -> Iterator[str]:
    """The names of the files in `docs/`, relative to the group's folder; nothing is opened, no link followed."""
    folders = [] if os.path.islink(root / "docs") else ["docs"]
    while folders:
        folder = folders.pop()
        with suppress(OSError), os.scandir(root / folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{folder}/{entry.name}")
                else:
                    yield f"{folder}/{entry.name}"


def read_text(root: Path, file: str) -> str | None:
    """The text of a file of the group once more, to show a place in it; None if that is no longer possible."""
    source = _read_if_plain(str(root / file), file)
    return None if source.flaw else source.data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def read_bytes(root: Path, file: str) -> bytes | None:
    """The bytes of a plain file of the group; None where it is none, or is larger than a picture needs to be."""
    try:
        if not stat.S_ISREG(os.lstat(root / file).st_mode):
            return None
        descriptor = os.open(root / file, _FLAGS)
    except OSError:
        return None
    with open(descriptor, "rb") as stream:
        data = stream.read(_MOST_PICTURE_BYTES + 1)
    return data if len(data) <= _MOST_PICTURE_BYTES else None


def create(root: Path, texts: Mapping[str, str]) -> None:
    """Writes new files, with their folders. A file that exists is never touched: FileExistsError."""
    for file in texts:
        if os.path.lexists(root / file):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(root / file))
    for file, text in texts.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(root / file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with open(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())


def write_over(target: Path, text: str) -> None:
    """Writes a file that is made anew each time. A link in its place is replaced, not written through."""
    mask = os.umask(0)
    os.umask(mask)
    with tempfile.NamedTemporaryFile("w", dir=target.parent, encoding="utf-8", newline="\n", delete=False) as new:
        new.write(text)
    made = Path(new.name)
    made.chmod(0o666 & ~mask)
    made.replace(target)


def put_in_place(new: Path, target: Path, old: Path) -> None:
    """Puts a new folder where one was, and that one where `old` says. What is hidden in it, such as a .gitignore, moves
    along; no link is followed.
    """
    if target.is_dir():
        hidden = [kept.name for kept in target.iterdir() if kept.name.startswith(".")]
        target.rename(old)
        for name in hidden:
            (old / name).rename(new / name)
    new.rename(target)


def append(path: str, text: str) -> None:
    """Appends to a file that another program asked to be written to, such as a forge's step summary."""
    with open(path, "a", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


def _read_folder(path: str, name: str, levels: int) -> Iterator[Source]:
    if os.path.islink(path):
        yield _flawed(name, FlawKind.SYMLINK)
        return
    try:
        with os.scandir(path) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        yield _flawed(name, FlawKind.FILE_UNREADABLE, error.strerror or "")
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.lower() == "readme.md":
            continue
        file = f"{name}/{entry.name}"
        if not entry.is_dir(follow_symlinks=False):
            yield _read_entry(entry, file)
        elif levels:
            yield from _read_folder(entry.path, file, levels - 1)


def _read_entry(entry: os.DirEntry[str], file: str) -> Source:
    if entry.is_symlink():
        return _flawed(file, FlawKind.SYMLINK)
    if not entry.name.endswith((".yml", ".md")):
        return Source(file, b"", Flaw(FlawKind.STRAY_FILE, Place(file)))
    return _read(entry.path, file) if entry.is_file(follow_symlinks=False) else _no_plain_file(file)


def _read_if_plain(path: str, file: str) -> Source:
    """What is no plain file is not even opened: opening a device may do something."""
    try:
        mode = os.lstat(path).st_mode
    except OSError as error:
        return _flawed(file, FlawKind.FILE_UNREADABLE, error.strerror or "")
    if stat.S_ISLNK(mode):
        return _flawed(file, FlawKind.SYMLINK)
    return _read(path, file) if stat.S_ISREG(mode) else _no_plain_file(file)


def _read(path: str, file: str) -> Source:
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        kind = FlawKind.SYMLINK if error.errno == errno.ELOOP else FlawKind.FILE_UNREADABLE
        return _flawed(file, kind, error.strerror or "")
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            return _no_plain_file(file)
        if found.st_size > MOST_BYTES:
            return _flawed(file, FlawKind.TOO_LARGE, f"{found.st_size:,} bytes")
        data = os.read(descriptor, found.st_size + 1)
        if len(data) != found.st_size:
            return _flawed(file, FlawKind.FILE_UNREADABLE, "it changed while it was read")
        return Source(file, data)
    except OSError as error:
        return _flawed(file, FlawKind.FILE_UNREADABLE, error.strerror or "")
    finally:
        os.close(descriptor)


def _no_plain_file(file: str) -> Source:
    return _flawed(file, FlawKind.FILE_UNREADABLE, "it is not a plain file")


def _flawed(file: str, kind: FlawKind, said: str = "") -> Source:
    return Source(file, b"", Flaw(kind, Place(file, offsets=(0, 0)), found=said, said=said))


def _misspelt_folders(root: Path, above: str = "") -> Iterator[Source]:
    """Folders whose names are nearly those of records: what is in them would silently not count."""
    with os.scandir(root) as scan:
        names = sorted(entry.name for entry in scan if entry.is_dir(follow_symlinks=False))
    for name in names:
        if name not in FOLDERS and name not in _NOT_OURS and not name.startswith(".") and nearest(name, FOLDERS):
            place = Place(f"{above}{name}/", offsets=(0, 0))
            yield Source(place.file, b"", Flaw(FlawKind.STRAY_FILE, place))


def _outside_folders(root: Path) -> Iterator[Source]:
    """Files beside the settings that are called like records: a forge makes new files there. None is opened."""
    with os.scandir(root) as scan:
        names = sorted(entry.name for entry in scan if _DATED_RECORD.match(entry.name))
    for name in names:
        yield Source(name, b"", Flaw(FlawKind.STRAY_FILE, Place(name, offsets=(0, 0))))
