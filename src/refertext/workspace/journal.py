"""The journal of a change: what becomes of which file, on disk before the first of them changes."""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from binascii import Error
from dataclasses import dataclass
from typing import Any

from refertext.workspace.files import content, drop, sync_folder, write_new
from refertext.workspace.names import OWN, fault_on_way, is_ours, is_temporary, new_names
from refertext.workspace.outcomes import Unavailable

JOURNAL = "journal"
_FORMAT = 1
_MOST_BYTES = 256 * 1024 * 1024
_UNREADABLE = (
    "“.refertext/journal” should say what an interrupted command was doing, but cannot be understood. Look at your "
    "files (`git status` shows what changed), then delete it."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What becomes of one file: from `old` (None: it must not exist) to the content that `new` stands for (empty: it is
    taken away), by way of a temporary file in the same folder. `mode` are its permissions.
    """

    file: str
    temporary: str
    old: bytes | None
    new: str
    mode: int


@dataclass(frozen=True, slots=True)
class Journal:
    """A change of several files: which command wanted it, since when, and its entries in order."""

    command: str
    since: str
    entries: tuple[Entry, ...]


def write_journal(root: str, journal: Journal) -> None:
    """Writes it, on disk when this returns. Who can read it is who can read every file in it."""
    mode = 0o666
    for entry in journal.entries:
        mode &= entry.mode
    folder = os.path.join(root, OWN)
    temporary = os.path.join(folder, next(new_names()))
    entries = [_packed(entry) for entry in journal.entries]
    text = json.dumps({"format": _FORMAT, "command": journal.command, "since": journal.since, "entries": entries})
    write_new(temporary, text.encode() + b"\n", mode | 0o600)
    try:
        os.replace(temporary, os.path.join(folder, JOURNAL))
    except BaseException:
        drop(temporary)
        raise
    sync_folder(folder)


def read_journal(root: str) -> Journal | None:
    """The journal that an interrupted command left; None where there is none. Unavailable if it cannot be understood:
    a repository may contain anything under that name.
    """
    try:
        data = content(os.path.join(root, OWN, JOURNAL), _MOST_BYTES)
        return None if data is None else _journal(root, json.loads(data))
    except (ValueError, KeyError, TypeError, RecursionError, Error):
        raise Unavailable(_UNREADABLE) from None


def end_journal(root: str) -> None:
    """Removes the journal, on disk when this returns: from here on, the change is over."""
    os.unlink(os.path.join(root, OWN, JOURNAL))
    sync_folder(os.path.join(root, OWN))


def _packed(entry: Entry) -> dict[str, Any]:
    old = None if entry.old is None else b64encode(entry.old).decode()
    return {"file": entry.file, "temporary": entry.temporary, "old": old, "new": entry.new, "mode": entry.mode}


def _journal(root: str, packed: dict[str, Any]) -> Journal:
    if packed["format"] != _FORMAT:
        raise ValueError
    entries = tuple(_entry(root, entry) for entry in packed["entries"])
    return Journal(str(packed["command"]), str(packed["since"]), entries)


def _entry(root: str, packed: dict[str, Any]) -> Entry:
    file, temporary, new, mode = (packed[key] for key in ("file", "temporary", "new", "mode"))
    if not all(isinstance(text, str) for text in (file, temporary, new)) or not is_ours(file):
        raise ValueError
    old = None if packed["old"] is None else b64decode(packed["old"], validate=True)
    folder, _, name = temporary.rpartition("/")
    if not is_temporary(name) or folder != file.rpartition("/")[0]:
        raise ValueError
    if fault := fault_on_way(root, file):
        raise Unavailable(fault)
    return Entry(file, temporary, old, new, int(mode) & 0o777)
