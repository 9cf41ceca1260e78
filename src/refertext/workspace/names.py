"""Names: which files may be written, and how our own files are told from a user's."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator

from refertext.disk import PRIVATE
from refertext.patterns import pattern
from refertext.records import FOLDERS, SETTINGS_FILE

OWN = ".refertext"
"""The folder of what is only for refertext itself: the lock, the journal, what was kept."""
LOG = "log"
"""The folder of members' own lines."""
_PART = pattern(r'[^\x00-\x1f\x7f/\\:*?"<>|.][^\x00-\x1f\x7f/\\:*?"<>|]*')
_TEMPORARY = pattern(r"\.refertext-\d+-[0-9a-f]{8}-\d+", re.ASCII)
_MOST_LEVELS = 10
_MOST_SHOWN = 200


def new_names() -> Iterator[str]:
    """Names for temporary files, which nobody else makes up: hidden, with the number of the process that makes them."""
    token = os.urandom(4).hex()
    number = 0
    while True:
        yield f".refertext-{os.getpid()}-{token}-{number}"
        number += 1


def is_temporary(name: str) -> bool:
    """Whether refertext made up the name of a file."""
    return _TEMPORARY.fullmatch(name) is not None


def fault_of(root: str, file: str) -> str:
    """Why a file of the group may not be written, as a sentence; empty where it may. Nothing is opened."""
    if not is_ours(file):
        return f"“{shown(file)}” is no place for a record, so nothing is written there."
    if fault := fault_on_way(root, file):
        return fault
    path = os.path.join(root, file)
    mode = _mode(path)
    if mode and not stat.S_ISREG(mode):
        return f"“{file}” is {'a link' if stat.S_ISLNK(mode) else 'no plain file'}, so nothing is written there."
    if mode and not os.access(path, os.W_OK):
        return f"“{file}” is protected: you may not write it."
    return ""


def fault_on_way(root: str, file: str) -> str:
    """Why a folder above a file is none to write in, as a sentence: links are not followed. Folders may be missing."""
    parts = file.split("/")[:-1]
    for number in range(1, len(parts) + 1):
        folder = "/".join(parts[:number])
        mode = _mode(os.path.join(root, folder))
        if mode and not stat.S_ISDIR(mode):
            return f"“{folder}” is {'a link' if stat.S_ISLNK(mode) else 'no folder'}, so nothing is written there."
    return ""


def is_ours(file: str) -> bool:
    """Whether a name, relative to the group and with `/`, is that of a record, the settings or a member's own lines."""
    parts = file.split("/")
    if not all(map(_PART.fullmatch, parts)) or len(parts) > _MOST_LEVELS:
        return False
    if parts == [SETTINGS_FILE]:
        return True
    if parts[0] == PRIVATE:
        parts = parts[1:]
    return len(parts) > 1 and parts[0] in {*FOLDERS, LOG} and parts[-1].endswith((".yml", ".md"))


def temporaries(root: str) -> Iterator[str]:
    """The paths of all temporary files in the group, in the folders where records are written and in our own."""
    yield from _in_folder(root, 0)
    yield from _in_folder(os.path.join(root, OWN), 0)
    for top in (*FOLDERS, LOG, *(f"{PRIVATE}/{name}" for name in FOLDERS)):
        if not fault_on_way(root, f"{top}/"):
            yield from _in_folder(os.path.join(root, top), _MOST_LEVELS)


def _mode(path: str) -> int:
    """The mode of what is there, 0 where nothing is."""
    try:
        return os.lstat(path).st_mode
    except FileNotFoundError:
        return 0


def _in_folder(path: str, levels: int) -> Iterator[str]:
    if not stat.S_ISDIR(_mode(path)):
        return
    with os.scandir(path) as entries:
        found = [entry for entry in entries if entry.name.startswith(".") or "." not in entry.name]
    for entry in found:
        if is_temporary(entry.name):
            if entry.is_file(follow_symlinks=False):
                yield entry.path
        elif levels and not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
            yield from _in_folder(entry.path, levels - 1)


def shown(text: str) -> str:
    """A text that anybody may have written, short and without what would steer a terminal."""
    return "".join(character if character.isprintable() else "�" for character in text[:_MOST_SHOWN])
