"""A draft: the files that are to be different, and how, with what to say about it."""

from __future__ import annotations

from dataclasses import dataclass

from refertext.text.edits import Intent


class RefusedError(Exception):
    """A request that cannot be met; its text is a sentence: what is wrong, and what to ask for instead."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Intents for one record file that exists, by its name in the group, carried out in order."""

    file: str
    intents: tuple[Intent, ...]


@dataclass(frozen=True, slots=True)
class New:
    """A file that must not exist yet, and its text."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Move:
    """A file that gets another name, and intents for what is in it."""

    file: str
    to: str
    intents: tuple[Intent, ...] = ()


FileDraft = Edit | New | Move


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be written: all of its parts or none of them.

    `said` is what came of it, as a sentence in the past tense; `subject` names the change in a commit, in a few words
    and the imperative. `remarks` are sentences that somebody should read although nothing is wrong. Without parts
    there is nothing to do, and `said` says why.
    """

    said: str
    subject: str
    parts: tuple[FileDraft, ...] = ()
    remarks: tuple[str, ...] = ()
