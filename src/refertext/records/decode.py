"""Decoding: plain data becomes a typed record, or all flaws of its shape at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from refertext.problem import Flaw, FlawKind, Part, Path, Place
from refertext.records.agreement import Agreement
from refertext.records.meeting import Meeting
from refertext.records.member import Member
from refertext.records.partnership import Partnership
from refertext.records.prospect import Prospect
from refertext.records.record import Record
from refertext.records.referral import Referral
from refertext.records.settings import DEFAULTS, Settings
from refertext.records.terms import terms
from refertext.records.types import shape
from refertext.text import bounded
from refertext.text.wording import listed

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
        return None, _without_echoes(list(_flaws(kind, data, file, error)))
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


def _flaws(kind: type[Record], data: dict[str, Any], file: str, error: ValidationError) -> Iterable[Flaw]:
    for fault in error.errors(include_url=False):
        path = tuple(step for step in fault["loc"] if step != "[key]")
        yield _flaw(kind, file, _as_written(path, data), fault)


def _without_echoes(flaws: list[Flaw]) -> list[Flaw]:
    """The flaws without missing keys that only a misspelt key left missing."""
    meant = {(flaw.place.path[:-1], flaw.mend) for flaw in flaws if flaw.kind is FlawKind.UNKNOWN_KEY}
    return [
        flaw
        for flaw in flaws
        if flaw.kind is not FlawKind.MISSING_KEY or (flaw.place.path, f"write {flaw.found}") not in meant
    ]


def _flaw(kind: type[Record], file: str, path: Path, fault: Any) -> Flaw:
    value, context = fault["input"], fault.get("ctx", {})
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if fault["type"] == "missing":
        return Flaw(FlawKind.MISSING_KEY, Place(file, path[:-1], Part.KEY), found=name)
    if fault["type"] in _UNKNOWN_KEY:
        near = nearest(name, known_keys(kind, path[:-1]))
        known = ", ".join(known_keys(kind, path[:-1]))
        mend = f"write {near}" if near else f"write one of {known}" if known else ""
        return Flaw(FlawKind.UNKNOWN_KEY, Place(file, path, Part.KEY), found=name, mend=mend)
    if value is None:
        return Flaw(FlawKind.MISSING_KEY, Place(file, path, Part.KEY), found=name, said="empty")
    place = Place(file, path)
    if fault["type"] == "wrong_value":
        return Flaw(FlawKind.WRONG_VALUE, place, found=name, said=context["said"], mend=context["mend"])
    if fault["type"] == "literal_error" and isinstance(value, str):
        choices = re.findall(r"'([^']*)'", context["expected"])
        near = nearest(value, choices)
        mend = f"write {near}" if near else f"write {listed(choices, 'or')}"
        return Flaw(FlawKind.WRONG_CHOICE, place, found=value, said=listed(choices, "or"), mend=mend)
    if fault["type"] == "wrong_shape":
        entry = known_keys(kind, (*path, 0)) if context["said"].startswith("a list") else []
        mend = f"write each entry as lines under it, the first as “- {entry[0]}: …”" if entry else context["mend"]
        return Flaw(FlawKind.WRONG_SHAPE, place, found=name, said=context["said"], mend=mend)
    said = f"a block of keys belongs here, not {shape(value)}"
    if fault["type"] == "literal_error":
        choices = re.findall(r"'([^']*)'", context["expected"])
        return Flaw(
            FlawKind.WRONG_SHAPE,
            place,
            name,
            f"one word belongs here, not {shape(value)}",
            f"write {listed(choices, 'or')}",
        )
    return Flaw(
        FlawKind.WRONG_SHAPE,
        place,
        found=name,
        said=said,
        mend="write one key a line under it, as key: value",
    )


def _as_written(path: Path, data: Any) -> Path:
    """The path with the steps that pydantic added taken out, so that it leads through the data."""
    written: list[str | int] = []
    for number, step in enumerate(path):
        last = number == len(path) - 1
        if isinstance(data, dict) and isinstance(step, str) and (step in data or last):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step] if step < len(data) else None
        else:
            continue
        written.append(step)
    return tuple(written)


def known_keys(kind: type[Record], path: Path) -> list[str]:
    """The keys that belong into the block at a path of a record of that kind, in the order they are written."""
    from refertext.records.schema import keys_at

    return keys_at(kind, path)


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known word that an unknown one was probably meant to be."""
    folded = {known.casefold(): known for known in words}
    near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else None
