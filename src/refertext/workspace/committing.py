"""Making a change: all is prepared beside the files, and written down in the journal, before one of them changes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress

from refertext.workspace.changes import Change, Step, fault_in, steps_of
from refertext.workspace.files import look, print_of, sync_folder, write_new
from refertext.workspace.holders import Holder
from refertext.workspace.journal import Entry, Journal, end_journal, read_journal, write_journal
from refertext.workspace.kept import keep
from refertext.workspace.lock import Lock
from refertext.workspace.names import fault_of, new_names
from refertext.workspace.outcomes import Conflict, Failure, Outcome, Standing, Unavailable, Written, reason_of
from refertext.workspace.settling import Settled, clear, finish, settle, take_back

_LOCK_GONE = "“.refertext/lock” was removed while the command was running"


def commit(root: str, lock: Lock, holder: Holder, changes: Iterable[Change]) -> Outcome:
    """Makes all of some changes or none. What disks, people and rights can do becomes a value, never an exception."""
    steps = steps_of(changes)
    try:
        refused = _refused(root, steps)
        entries = () if refused else _entries(root, steps)
    except OSError as error:
        return Failure(f"Nothing was changed: {reason_of(error, root)}.")
    if refused or not steps:
        return refused or Written(())
    missing = _missing_folders(root, steps)
    try:
        _prepare(root, steps, entries, missing)
        if not lock.is_held():
            raise OSError(0, _LOCK_GONE)  # noqa: TRY301
        write_journal(root, Journal(holder.command, holder.since, entries))
        settled = settle(root, entries, _ours(steps))
    except BaseException as error:  # Ctrl-C, too
        failure = _give_up(root, entries, missing, error)
        if isinstance(error, OSError):
            return failure
        raise
    return _finished(root, entries, missing, settled)


def _refused(root: str, steps: Sequence[Step]) -> Outcome | None:
    """What is wrong with the steps before anything is written."""
    faults = [fault_in(steps), *(fault_of(root, step.file) for step in steps)]
    if fault := next(filter(None, faults), ""):
        return Failure(fault)
    saved = tuple(step.file for step in steps if look(os.path.join(root, step.file)) != print_of(step.old))
    if not saved:
        return None
    return Conflict(saved, keep(root, _ours(steps)))


def _entries(root: str, steps: Sequence[Step]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            file=step.file,
            temporary=os.path.join(os.path.dirname(step.file), name).replace(os.sep, "/"),
            old=step.old,
            new=print_of(step.new),
            mode=os.lstat(os.path.join(root, step.like)).st_mode & 0o777 if step.like else 0o666,
        )
        for step, name in zip(steps, new_names(), strict=False)
    )


def _missing_folders(root: str, steps: Sequence[Step]) -> list[str]:
    """The folders that have to be made first, the upper ones before the lower ones."""
    folders = {os.path.dirname(step.file) for step in steps if step.new is not None}
    above = {"/".join(folder.split("/")[:end]) for folder in folders for end in range(1, folder.count("/") + 2)}
    return sorted(folder for folder in above if not os.path.isdir(os.path.join(root, folder)))


def _prepare(root: str, steps: Sequence[Step], entries: Sequence[Entry], missing: Sequence[str]) -> None:
    for folder in missing:
        os.mkdir(os.path.join(root, folder))
        sync_folder(os.path.dirname(os.path.join(root, folder)))
    for step, entry in zip(steps, entries, strict=True):
        if step.new is not None:
            like = os.lstat(os.path.join(root, step.like)) if step.like else None
            write_new(os.path.join(root, entry.temporary), step.new, like=like)


def _ours(steps: Sequence[Step]) -> dict[str, bytes]:
    """What should be written, by file."""
    return {step.file: step.new for step in steps if step.new is not None}


def _give_up(root: str, entries: tuple[Entry, ...], missing: Sequence[str], error: BaseException) -> Failure:
    """Makes everything as it was, as far as the system lets us; the next command does the rest."""
    reason = reason_of(error, root) if isinstance(error, OSError) else "it was interrupted"
    try:
        if read_journal(root):
            take_back(root, entries)
            end_journal(root)
    except (OSError, Unavailable):
        return Failure(f"The change is half made: {reason}. {Standing.PENDING.value.capitalize()}.", Standing.PENDING)
    clear(root, entries)
    _remove_empty(root, missing)
    return Failure(f"Nothing was changed: {reason}.")


def _finished(root: str, entries: tuple[Entry, ...], missing: Sequence[str], settled: Settled) -> Outcome:
    try:
        finish(root, entries)
    except OSError as error:
        if not settled.blocked:
            said = f"Everything is changed, but that it is on disk cannot be said: {reason_of(error, root)}."
            return Failure(said, Standing.NEW)
    if not settled.blocked:
        return Written(settled.files, settled.theirs)
    _remove_empty(root, missing)
    return Conflict(settled.blocked, settled.kept, settled.theirs)


def _remove_empty(root: str, folders: Sequence[str]) -> None:
    for folder in reversed(folders):
        with suppress(OSError):
            os.rmdir(os.path.join(root, folder))
