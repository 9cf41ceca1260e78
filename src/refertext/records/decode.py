"""Decoding: plain data becomes a typed record, or all flaws of its shape at once."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from refertext.problem import Flaw, Path
from refertext.records.agreement import Agreement
from refertext.records.meeting import Meeting
from refertext.records.member import Member
from refertext.records.partnership import Partnership
from refertext.records.profile import Profile
from refertext.records.prospect import Prospect
from refertext.records.record import Record
from refertext.records.referral import Referral
from refertext.records.settings import DEFAULTS, Listed, Settings
from refertext.records.terms import terms
from refertext.text import bounded

RecordT = TypeVar("RecordT", bound=Record)

SETTINGS_FILE = "refertext.yml"
FOLDERS: dict[str, type[Record]] = {
    "members": Member,
    "agreements": Agreement,
    "partnerships": Partnership,
    "prospects": Prospect,
    "referrals": Referral,
    "meetings": Meeting,
    "profiles": Profile,
}
"""The folders of a group and the kind of record that each holds."""
BY_YEAR = frozenset({"referrals", "meetings"})
"""Folders whose records stand in a folder a year."""


@cache
def adapter(kind: type[Record]) -> TypeAdapter[Any]:
    """What turns plain data into records of a kind; made once, since making it is dear."""
    return TypeAdapter(kind)


def decode(kind: type[RecordT], data: dict[str, Any], file: str) -> tuple[RecordT | None, tuple[Flaw, ...]]:
    """The record of that kind in the data of a file, or None and every flaw of its shape."""
    record, flaws = _decode(kind, data, file)
    return record, bounded(flaws) if flaws else ()


def _decode(kind: type[RecordT], data: dict[str, Any], file: str) -> tuple[RecordT | None, list[Flaw]]:
    try:
        record: RecordT = adapter(kind).validate_python(data)  # type: ignore[arg-type]  # mypy asks the instances' hash
    except ValidationError as error:
        from refertext.records.faults import flaws_of  # what it takes to say what was meant is dear, and seldom needed

        return None, flaws_of(kind, data, file, error)
    object.__setattr__(record, "id", file.rpartition("/")[2].rpartition(".")[0])
    object.__setattr__(record, "file", file)
    if isinstance(record, Agreement):
        commitments = data.get("commitments") or []
        object.__setattr__(record, "written_commitments", tuple(commitments))
        object.__setattr__(record, "written_terms", terms(record.title, commitments, record.text or ""))
    return record, []


def decode_settings(data: dict[str, Any] | None, file: str = SETTINGS_FILE) -> tuple[Settings, tuple[Flaw, ...]]:
    """The settings, and every flaw of their shape. Faulty entries of lists and other faulty keys are left out and
    defaults stand in, so that the rest of the group can be checked.
    """
    written = DEFAULTS if data is None else data
    settings, flaws = _decode(Settings, written, file)
    faulty = {_left_out(flaw.place.path) for flaw in flaws}
    if settings is None:
        settings, _ = _decode(Settings, DEFAULTS | _sound(written, faulty), file)
    if settings is None:
        return decode_settings(None, file)[0], bounded(flaws)
    _lead_to_entries(settings, written, faulty)
    return settings, bounded(flaws)


def _left_out(path: Path) -> Path:
    """The path to what is left out for a fault: the entry of a list that the fault is in, else all under its key."""
    return path[:2] if len(path) > 1 and isinstance(path[1], int) else path[:1]


def _sound(written: dict[str, Any], faulty: AbstractSet[Path]) -> dict[str, Any]:
    sound = {key: value for key, value in written.items() if (key,) not in faulty}
    for key, paths in _entry_paths(sound, faulty).items():
        sound[key] = [written[key][number] for _, number in paths]
    return sound


def _lead_to_entries(settings: Settings, written: dict[str, Any], faulty: AbstractSet[Path]) -> None:
    for key, paths in _entry_paths(written, faulty).items():
        for path, entry in zip(paths, getattr(settings, key), strict=True):
            if isinstance(entry, Listed):
                object.__setattr__(entry, "path", path)


def _entry_paths(written: dict[str, Any], faulty: AbstractSet[Path]) -> dict[str, list[tuple[str, int]]]:
    """The paths of the sound entries of each list that is one as a whole."""
    lists = {key: value for key, value in written.items() if isinstance(value, list) and (key,) not in faulty}
    return {
        key: [(key, number) for number in range(len(entries)) if (key, number) not in faulty]
        for key, entries in lists.items()
    }
