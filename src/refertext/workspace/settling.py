"""From a journal to one of two states: every file new, or every file as it was. Whether a command is just doing it or
another finishes what was interrupted makes no difference: what has to be done is seen from the files themselves.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from refertext.workspace.files import (
    ABSENT,
    content,
    drop,
    look,
    print_of,
    put,
    swap_in,
    sync_folder,
    take_away,
    write_new,
)
from refertext.workspace.journal import Entry, end_journal
from refertext.workspace.kept import keep, keep_save, new_folder
from refertext.workspace.names import new_names


class Stage(Enum):
    """How far one file is."""

    READY = "as it was, and what it becomes is there"
    DONE = "as it should become, whatever somebody made of it since"
    BLOCKED = "saved by somebody before it was changed, or what it should become is lost"


@dataclass(frozen=True, slots=True)
class Settled:
    """What a change came to: all `files` of it are as they should become; or, where `blocked` names the files that
    somebody saved, as they were. `kept` is the folder with what would have been written, `theirs` are files with saves
    that came at the very same moment.
    """

    files: tuple[str, ...]
    blocked: tuple[str, ...] = ()
    kept: str = ""
    theirs: tuple[str, ...] = ()


def settle(root: str, entries: tuple[Entry, ...], ours: Mapping[str, bytes] | None = None) -> Settled:
    """Changes what is not changed yet, or takes all back where somebody saved one of the files. The journal stays.
    `ours` is what should have been written, by file; who does not know it finds it under the temporary names.
    """
    files = tuple(entry.file for entry in entries)
    blocked = _blocked(root, entries) or _go_forward(root, entries)
    if not blocked:
        _sync(root, entries)
        return Settled(files, theirs=_late_saves(root, entries, after=True))
    ours = _ours(root, entries) if ours is None else ours
    kept = keep(root, ours) if ours else ""
    return Settled(files, blocked, kept, take_back(root, entries))


def finish(root: str, entries: Iterable[Entry]) -> None:
    """Ends the journal and removes the temporary files of a change that is settled."""
    end_journal(root)
    clear(root, entries)


def clear(root: str, entries: Iterable[Entry]) -> None:
    """Removes the temporary files of some entries, as far as the system can."""
    for entry in entries:
        drop(os.path.join(root, entry.temporary))


def take_back(root: str, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Makes every file what it was; what somebody saved meanwhile stays. What they saved at the very moment when a
    file was exchanged, and would get lost, is kept in the files whose names it gives.
    """
    for entry in reversed(entries):
        path, temporary = _paths(root, entry)
        if entry.old is None:
            _take_back_new(path, temporary, entry.new)
        elif entry.new == ABSENT:
            _bring_back(path, temporary)
        else:
            _take_back_changed(path, temporary, entry)
    _sync(root, entries)
    return _late_saves(root, entries, after=False)


def _blocked(root: str, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    return tuple(entry.file for entry in entries if _stage(root, entry) is Stage.BLOCKED)


def _go_forward(root: str, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Changes what is not changed yet; the first file, if any, that somebody saved meanwhile."""
    for entry in entries:
        stage = _stage(root, entry)
        if stage is Stage.BLOCKED or (stage is Stage.READY and not _change(root, entry)):
            return (entry.file,)
    return ()


def _change(root: str, entry: Entry) -> bool:
    path, temporary = _paths(root, entry)
    if entry.old is None:
        return put(temporary, path)
    if entry.new == ABSENT:
        return take_away(path, temporary, print_of(entry.old))
    return swap_in(temporary, path, print_of(entry.old))


def _stage(root: str, entry: Entry) -> Stage:
    """How far a file is, from what is in its place and under its temporary name."""
    path, temporary = _paths(root, entry)
    here, there, old = look(path), look(temporary), print_of(entry.old)
    if entry.old is None:
        if here == entry.new:
            return Stage.DONE
        return Stage.READY if here == ABSENT and there == entry.new else Stage.BLOCKED
    if there == entry.new:  # for a file to be taken away: nothing is there
        is_untouched = Stage.READY if here == old else Stage.BLOCKED
        return Stage.DONE if here == entry.new else is_untouched
    if there not in (old, ABSENT):
        return Stage.BLOCKED
    if here == old:
        return Stage.READY if entry.new == ABSENT else Stage.BLOCKED
    return Stage.DONE


def _take_back_new(path: str, temporary: str, new: str) -> None:
    """Takes away a file that was created, unless somebody has changed it since."""
    if look(path) == new:
        take_away(path, temporary, new)


def _bring_back(path: str, temporary: str) -> None:
    """Gives a file that was taken away its name back, unless somebody has used that name since."""
    if look(temporary) != ABSENT and put(temporary, path):
        drop(temporary)


def _take_back_changed(path: str, temporary: str, entry: Entry) -> None:
    """Puts back what was in the place of a file, unless somebody has changed it since."""
    if look(path) != entry.new:
        return
    if look(temporary) == ABSENT and entry.old is not None:
        fresh = os.path.join(os.path.dirname(path), next(new_names()))
        write_new(fresh, entry.old, like=os.lstat(path))
        temporary = fresh
    swap_in(temporary, path, entry.new)


def _ours(root: str, entries: tuple[Entry, ...]) -> dict[str, bytes]:
    """What should have been written, by file, as far as it is still there."""
    found = {}
    for entry in entries:
        for path in reversed(_paths(root, entry)):
            if entry.new != ABSENT and look(path) == entry.new:
                found[entry.file] = content(path) or b""
                break
    return found


def _late_saves(root: str, entries: tuple[Entry, ...], *, after: bool) -> tuple[str, ...]:
    """Keeps what is under a temporary name and nowhere else, and gives the names of the files it is in now. After a
    change, what the files were before need not be kept.
    """
    found: list[str] = []
    folder = ""
    for entry in entries:
        path, temporary = _paths(root, entry)
        known = {ABSENT, entry.new, look(path)} | ({print_of(entry.old)} if after else set())
        if look(temporary) not in known:
            folder = folder or new_folder(root)
            found.append(keep_save(root, folder, entry.file, entry.temporary))
    return tuple(found)


def _sync(root: str, entries: Iterable[Entry]) -> None:
    for folder in sorted({os.path.dirname(os.path.join(root, entry.file)) for entry in entries}):
        sync_folder(folder)


def _paths(root: str, entry: Entry) -> tuple[str, str]:
    return os.path.join(root, entry.file), os.path.join(root, entry.temporary)
