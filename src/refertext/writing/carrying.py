"""Carrying out a draft: its intents become texts, the texts become changes of files, all of them or none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff

from refertext.drafts import Draft, Edit, FileDraft, Move, New, RefusedError
from refertext.problem import Path
from refertext.records.form import order_of
from refertext.text import Source
from refertext.text.edits import AppendText, EditRefused, Intent, ReplaceLine, edit
from refertext.text.edits.intents import TEXT
from refertext.workspace import Change, Conflict, Create, Failure, Rename, Replace, Workspace
from refertext.writing.surroundings import Read


@dataclass(frozen=True, slots=True)
class FileChange:
    """What becomes of one file: its name, the one it had where that is another, its bytes before and after, and the
    lines that are new in it, first and last from 1.
    """

    file: str
    before: bytes | None
    after: bytes
    was: str = ""
    lines: tuple[tuple[int, int], ...] = ()

    @property
    def kind(self) -> str:
        """created, renamed or changed."""
        return "created" if self.before is None else "renamed" if self.was else "changed"

    @property
    def names(self) -> tuple[str, ...]:
        """The names in git that are different now."""
        return (self.was, self.file) if self.was else (self.file,)

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff, without line ends. Of files that have none at their end, it says so."""
        old, new = _lines(self.before or b""), _lines(self.after)
        names = ("/dev/null" if self.before is None else f"a/{self.was or self.file}", f"b/{self.file}")
        if self.was:
            yield f"rename from {self.was}"
            yield f"rename to {self.file}"
        for line in unified_diff(old, new, *names):
            yield line.removesuffix("\n")
            if not line.endswith("\n"):
                yield "\\ No newline at end of file"


@dataclass(frozen=True, slots=True)
class Planned:
    """A draft with the changes of files that it comes to; none where the files already say so."""

    draft: Draft
    changes: tuple[FileChange, ...]

    @property
    def texts(self) -> dict[str, bytes | None]:
        """The bytes of every file that becomes another; None for a name that goes."""
        gone: dict[str, bytes | None] = {change.was: None for change in self.changes if change.was}
        return gone | {change.file: change.after for change in self.changes}

    def paths_in(self, file: str) -> tuple[Path, ...]:
        """The paths in a file, by its new name, where something is meant to change; all of it where it is new."""
        for part in self.draft.parts:
            match part:
                case New() if part.file == file:
                    return ((),)
                case Edit(_, intents) if part.file == file:
                    return tuple(map(_path, intents))
                case Move(_, to, intents) if to == file:
                    return tuple(map(_path, intents))
        return ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The paths in any file where something is meant to change."""
        return tuple(path for change in self.changes for path in self.paths_in(change.file))

    @property
    def renamed(self) -> dict[str, str]:
        """The name that each file had that gets another one, by its new name."""
        return {change.file: change.was for change in self.changes if change.was}


def planned(draft: Draft, read: Read) -> Planned:
    """What a draft comes to with the files as they are. RefusedError where a file cannot be read or changed."""
    changes = [_change(part, read) for part in draft.parts]
    return Planned(draft, tuple(change for change in changes if change.was or change.before != change.after))


def carry_out(workspace: Workspace, plan: Planned) -> tuple[str, ...]:
    """Changes the files, or none of them: files with what somebody saved at the very same moment. RefusedError where
    somebody saved one since it was read, or the disk refuses.
    """
    outcome = workspace.commit([_for_workspace(change) for change in plan.changes])
    if isinstance(outcome, (Conflict, Failure)):
        raise RefusedError(outcome.sentence)
    return outcome.theirs


def _for_workspace(change: FileChange) -> Change:
    if change.before is None:
        return Create(change.file, change.after)
    if change.was:
        return Rename(change.was, change.file, change.before, change.after)
    return Replace(change.file, change.before, change.after)


def _change(part: FileDraft, read: Read) -> FileChange:
    match part:
        case New(file, text):
            return FileChange(file, None, text.encode(), lines=((1, max(len(_lines(text.encode())), 1)),))
        case Edit(file, intents):
            before, after, lines = _edited(read(file), intents)
            return FileChange(file, before, after, lines=lines)
        case Move(file, to, intents):
            before, after, lines = _edited(read(file), intents)
            return FileChange(to, before, after, was=file, lines=lines)


def _edited(source: Source, intents: tuple[Intent, ...]) -> tuple[bytes, bytes, tuple[tuple[int, int], ...]]:
    """The bytes of a file before and after some intents, and the lines that are new."""
    if source.flaw:
        reason = source.flaw.said or "it is no plain file"
        raise RefusedError(f"“{source.file}” cannot be read, so nothing was changed: {reason}.")
    try:
        text = source.data.decode()
    except UnicodeDecodeError:
        raise RefusedError(
            f"“{source.file}” is not written in UTF-8, so nothing was changed. Save it as UTF-8 in an editor."
        ) from None
    edited = edit(text, source.file, intents, order_of(source.file))
    if isinstance(edited, EditRefused):
        raise RefusedError(f"Nothing was changed in “{source.file}”: {edited.said}.")
    return source.data, edited.text.encode(), edited.changed


def _path(intent: Intent) -> Path:
    return TEXT if isinstance(intent, (AppendText, ReplaceLine)) else intent.path


def _lines(data: bytes) -> list[str]:
    """The lines of a text with their ends, as git counts them."""
    return re.findall(r"[^\n]*\n|[^\n]+", data.decode("utf-8", "replace"))
