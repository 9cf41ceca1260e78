"""Finishing what an interrupted command had begun, by whoever takes the lock next."""

from __future__ import annotations

from refertext.workspace.files import drop
from refertext.workspace.journal import Journal, read_journal
from refertext.workspace.names import shown, temporaries
from refertext.workspace.outcomes import Unavailable, reason_of
from refertext.workspace.settling import Settled, finish, settle


def recover(root: str) -> tuple[str, ...]:
    """Completes or takes back a change that the journal tells of, and removes all temporary files: who holds the lock
    knows that nobody needs them. Gives sentences about what was found; Unavailable if it cannot be finished.
    """
    try:
        journal = read_journal(root)
        notes = _finish(root, journal) if journal else ()
        for path in temporaries(root):
            drop(path)
    except OSError as error:
        said = f"What an interrupted command had begun cannot be finished: {reason_of(error, root)}."
        raise Unavailable(f"{said} Nothing else is written before that.") from None
    return notes


def _finish(root: str, journal: Journal) -> tuple[str, ...]:
    settled = settle(root, journal.entries)
    finish(root, journal.entries)
    return (_note(journal, settled),)


def _note(journal: Journal, settled: Settled) -> str:
    began = f"“{shown(journal.command)}” of {shown(journal.since)} UTC was interrupted."
    theirs = "".join(f" What somebody saved at that moment is in “{file}”." for file in settled.theirs)
    if not settled.blocked:
        return f"{began} Its change is complete now: {_names(settled.files)}.{theirs}"
    kept = f" What it would have written is kept in “{settled.kept}”." if settled.kept else ""
    return f"{began} It was taken back, because of what {_names(settled.blocked)} held meanwhile.{kept}{theirs}"


def _names(files: tuple[str, ...]) -> str:
    names = ", ".join(f"“{file}”" for file in files[:3])
    return names if len(files) <= 3 else f"{names} and {len(files) - 3} more"
