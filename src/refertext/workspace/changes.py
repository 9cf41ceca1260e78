"""What may be asked for: files to create, to replace, to rename."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from refertext.text import MOST_BYTES


@dataclass(frozen=True, slots=True)
class Create:
    """A file that must not exist yet, by its name in the group, and its bytes."""

    file: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Replace:
    """A file, the bytes that were read of it under the lock, and those to put in their place."""

    file: str
    read: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Rename:
    """A file, the name it gets, which must be free, the bytes that were read of it, and those it gets if others."""

    file: str
    to: str
    read: bytes
    data: bytes | None = None


Change = Create | Replace | Rename


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one name: from these bytes to those. None means that there is no such file.

    `like` names the file whose permissions the new one gets; it is empty where there is none.
    """

    file: str
    old: bytes | None
    new: bytes | None
    like: str = ""


def steps_of(changes: Iterable[Change]) -> list[Step]:
    """The steps of some changes. Nothing is taken away before all that is new is there; what stays is no step."""
    steps = [step for change in changes for step in _steps(change)]
    return sorted(steps, key=lambda step: step.new is None)


def fault_in(steps: Iterable[Step]) -> str:
    """Why some steps make no sense together, as a sentence; empty where they do."""
    seen: set[str] = set()
    for step in steps:
        if step.file in seen:
            return f"“{step.file}” would be changed twice at once."
        if len(step.new or b"") > MOST_BYTES:
            return f"“{step.file}” would have {len(step.new or b''):,} bytes; {MOST_BYTES:,} is the most that is read."
        seen.add(step.file)
    return ""


def _steps(change: Change) -> Iterator[Step]:
    if isinstance(change, Create):
        yield Step(change.file, None, change.data)
    elif isinstance(change, Rename):
        yield Step(change.to, None, change.read if change.data is None else change.data, like=change.file)
        yield Step(change.file, change.read, None)
    elif change.read != change.data:
        yield Step(change.file, change.read, change.data, like=change.file)
