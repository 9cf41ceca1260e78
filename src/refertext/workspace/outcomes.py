"""What came of a change, in values and in sentences for people."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from enum import Enum

from refertext.workspace.names import is_temporary

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you have no right to write there",
    errno.EPERM: "you have no right to write there",
    errno.EIO: "the disk reports an error",
}


class Unavailable(Exception):  # noqa: N818  not an error of ours: its text is a sentence for people
    """Why nothing can be written in the group now, and what to do about it."""


class Standing(Enum):
    """How the files are after a failure."""

    OLD = "nothing is changed"
    NEW = "everything is changed"
    PENDING = "the next command that writes completes the change or takes it back"


@dataclass(frozen=True, slots=True)
class Written:
    """The change is made and on disk. `files` are the names that are new, have new content, or are gone; `theirs` are
    files with what somebody saved under one of them at the very moment when it was changed.
    """

    files: tuple[str, ...]
    theirs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody saved `files` after they were read, so nothing is changed. `kept` is the folder that holds what would
    have been written; `theirs` are files in it with saves of somebody that came at the very same moment.
    """

    files: tuple[str, ...]
    kept: str
    theirs: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What happened and what to do."""
        names, theirs = (", ".join(f"“{file}”" for file in files) for files in (self.files, self.theirs))
        kept = f" What would have been written is kept in “{self.kept}”." if self.kept else ""
        too = f" Another save of that moment is in {theirs}." if theirs else ""
        return (
            f"Somebody else saved {names} meanwhile, so nothing was changed.{kept}{too} Run the command again, or take "
            "over by hand what is missing."
        )


@dataclass(frozen=True, slots=True)
class Failure:
    """The change could not be made: why, as a sentence, and how the files are."""

    sentence: str
    standing: Standing = Standing.OLD


Outcome = Written | Conflict | Failure


def reason_of(error: OSError, root: str) -> str:
    """Why the system refused, in words; with the place in the group where it is known."""
    reason = _REASONS.get(error.errno or 0) or error.strerror or "the system gives no reason"
    path = error.filename
    if not isinstance(path, str) or not path.startswith(root + os.sep):
        return reason
    file = os.path.relpath(path, root).replace(os.sep, "/")
    if is_temporary(os.path.basename(file)):
        file = os.path.dirname(file) + "/"
    return f"{reason} (“{file}”)"
