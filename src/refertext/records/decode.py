"""Decoding: plain data becomes a typed record, or all flaws of its shape at once."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from refertext.problem import Flaw
from refertext.records.agreement import Agreement
from refertext.records.faults import flaws_of
from refertext.records.meeting import Meeting
from refertext.records.member import Member
from refertext.records.partnership import Partnership
from refertext.records.prospect import Prospect
from refertext.records.record import Record
from refertext.records.referral import Referral
from refertext.records.settings import DEFAULTS, Settings
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
}
"""The folders of a group and the kind of record that each holds."""
BY_YEAR = frozenset({"referrals", "meetings"})
"""Folders whose records stand in a folder a year."""

_UNKNOWN_KEY = ("unexpected_keyword_argument", "extra_forbidden")


@cache
def adapter(kind: type[Record]) -> TypeAdapter[Any]:
    """What turns plain data into records of a kind; made once, since making it is dear."""
    return TypeAdapter(kind)


def decode(kind: type[RecordT], data: dict[str, Any], file: str) -> tuple[RecordT | None, tuple[Flaw, ...]]:
    """The record of that kind in the data of a file, or None and every flaw of its shape."""
    record, flaws = _decode(kind, data, file)
    return record, bounded(flaws)


def _decode(kind: type[RecordT], data: dict[str, Any], file: str) -> tuple[RecordT | None, list[Flaw]]:
    try:
        record: RecordT = adapter(kind).validate_python(data)  # type: ignore[arg-type]  # mypy asks the instances' hash
    except ValidationError as error:
        return None, flaws_of(kind, data, file, error)
    object.__setattr__(record, "id", file.rpartition("/")[2].rpartition(".")[0])
    object.__setattr__(record, "file", file)
    if isinstance(record, Agreement):
        now = terms(record.title, data.get("commitments") or [], record.text or "")
        object.__setattr__(record, "written_terms", now)
    return record, []


def decode_settings(data: dict[str, Any] | None, file: str = SETTINGS_FILE) -> tuple[Settings, tuple[Flaw, ...]]:
    """The settings, and every flaw of their shape. Faulty keys are left out and defaults stand in, so that the
    rest of the group can be checked.
    """
    settings, flaws = _decode(Settings, DEFAULTS if data is None else data, file)
    if settings is None:
        faulty = {flaw.place.path[0] for flaw in flaws if flaw.place.path}
        sound = {key: value for key, value in (data or {}).items() if key not in faulty}
        settings, _ = _decode(Settings, DEFAULTS | sound, file)
    return settings or decode_settings(None, file)[0], bounded(flaws)
