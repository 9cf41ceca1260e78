"""What is kept where two saves met, or where what was typed could not be written: in a folder for each time, out of the
way of `check` and of git.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from itertools import count

from refertext.workspace.files import sync_folder, write_new
from refertext.workspace.names import OWN

KEPT = "kept"
"""The folder in our own folder that nothing is ever removed from by refertext."""
_IGNORE = ".gitignore"  # private files may be among the kept, and older groups have no line for them


def keep(root: str, contents: Mapping[str, bytes]) -> str:
    """Writes contents under their names into a new folder, and gives its name, relative to the group."""
    folder = new_folder(root)
    for file, data in contents.items():
        path = _place(root, f"{folder}/{file}")
        write_new(path, data, 0o600)
        sync_folder(os.path.dirname(path))
    return folder


def keep_save(root: str, folder: str, file: str, temporary: str) -> str:
    """Moves a save of a file, found under a temporary name, into a folder; gives its name, relative to the group."""
    stem, ending = os.path.splitext(file)
    kept = f"{folder}/{stem}.theirs{ending}"
    path = _place(root, kept)
    os.rename(os.path.join(root, temporary), path)
    sync_folder(os.path.dirname(path))
    return kept


def new_folder(root: str) -> str:
    """Makes a folder for what is to be kept, and gives its name, relative to the group."""
    top = f"{OWN}/{KEPT}"
    os.makedirs(os.path.join(root, top), exist_ok=True)
    ignoring = os.path.join(root, top, _IGNORE)
    if not os.path.lexists(ignoring):
        write_new(ignoring, b"*\n")
    taken = {name for name in os.listdir(os.path.join(root, top)) if name.isdecimal()}
    number = next(number for number in count(len(taken) + 1) if str(number) not in taken)
    folder = f"{top}/{number}"
    os.mkdir(os.path.join(root, folder))
    sync_folder(os.path.join(root, top))
    return folder


def _place(root: str, file: str) -> str:
    path = os.path.join(root, file)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return path
