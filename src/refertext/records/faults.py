"""Faults that pydantic found in plain data become flaws, with what to write instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from refertext.problem import Flaw, FlawKind, Part, Path, Place
from refertext.records.blocks import block_mend
from refertext.records.keys import keys_at
from refertext.records.meant import choice_meant
from refertext.records.record import Record
from refertext.records.refusals import shape
from refertext.records.types import long_text, misshapen_text
from refertext.records.unknown_keys import Meant, in_private, is_private, key_meant
from refertext.text.source import MOST_FLAWS_OF_A_KIND
from refertext.text.wording import listed


@dataclass(frozen=True, slots=True)
class _Fault:
    """One fault: in what kind of record, where, and what pydantic says. `told` is off for those that will only be
    counted, so that nobody looks for suggestions that nobody reads.
    """

    kind: type[Record]
    place: Place
    value: Any
    context: dict[str, Any]
    told: bool
    data: dict[str, Any]

    @property
    def name(self) -> str:
        """The key at fault, or the nearest one above it."""
        return next((step for step in reversed(self.place.path) if isinstance(step, str)), "")

    def keys(self, path: Path) -> list[str]:
        """The keys that belong into the block at a path."""
        return keys_at(self.kind, path) if self.told else []

    def block_mend(self, path: Path) -> str:
        """What to write where the lines of a block belong."""
        if not self.told:
            return ""
        mend = block_mend(self.kind, path, self.value, self.data)
        return f"{in_private(self.place.file)}, and {mend}" if is_private(self.kind, path) else mend

    def key_meant(self) -> Meant:
        """What was meant by an unknown key."""
        return key_meant(self.kind, self.place.path, self.data, self.place.file) if self.told else Meant("")

    def choices(self) -> list[str]:
        """The words to choose from."""
        return re.findall(r"'([^']*)'", self.context["expected"])


def flaws_of(kind: type[Record], data: dict[str, Any], file: str, error: ValidationError) -> list[Flaw]:
    """Every flaw of the data of a file, but for keys that only a misspelt key left missing."""
    seen: Counter[str] = Counter()
    flaws = []
    meant: set[tuple[Path, str]] = set()
    for found in _each(error):
        seen[found["type"]] += 1
        path = _as_written(tuple(step for step in found["loc"] if step != "[key]"), data)
        told = seen[found["type"]] <= MOST_FLAWS_OF_A_KIND
        fault = _Fault(kind, Place(file, path), found["input"], found.get("ctx", {}), told, data)
        flaws.append(_FLAWS.get(found["type"], _not_a_block)(fault))
        if flaws[-1].kind is FlawKind.UNKNOWN_KEY:
            known = fault.key_meant()
            meant.update((block, key) for block in known.blocks for key in known.keys)
    return [flaw for flaw in flaws if (flaw.place.path, flaw.found) not in meant]


def _each(error: ValidationError) -> Iterator[dict[str, Any]]:
    """The errors that pydantic tells, and each of those that one value has inside it."""
    for told in error.errors(include_url=False):
        found: dict[str, Any] = {**told}
        inner = found.get("ctx", {}).get("faults")
        if found["type"] != "several":
            yield found
            continue
        for path, fault in inner:
            yield found | {"loc": (*found["loc"], *path), "type": fault.type, "ctx": fault.context}


def _missing(fault: _Fault) -> Flaw:
    return Flaw(FlawKind.MISSING_KEY, Place(fault.place.file, fault.place.path[:-1], Part.KEY), found=fault.name)


def _empty(fault: _Fault) -> Flaw:
    """Nothing stands where only something may: what may be left out may be left empty, too."""
    place = Place(fault.place.file, fault.place.path, Part.KEY)
    said, mend = f"“{fault.name}” has no value", f"write something after {fault.name}:"
    if isinstance(place.path[-1], int):
        said, mend = f"An entry of “{fault.name}” is empty", "write something there, or remove the entry"
    elif fault.name not in fault.keys(place.path[:-1]):
        mend += ", or remove the line"
    return Flaw(FlawKind.MISSING_KEY, place, fault.name, said, mend)


def _unknown(fault: _Fault) -> Flaw:
    place = Place(fault.place.file, fault.place.path, Part.KEY)
    return Flaw(FlawKind.UNKNOWN_KEY, place, found=fault.name, mend=fault.key_meant().mend)


def _wrong_value(fault: _Fault) -> Flaw:
    said, mend = fault.context["said"], fault.context["mend"]
    return Flaw(FlawKind.WRONG_VALUE, fault.place, fault.name, said, mend)


def _wrong_key(fault: _Fault) -> Flaw:
    """A key that cannot be one, told as a fault of the block it stands in."""
    *above, _ = fault.place.path
    block = replace(fault, place=Place(fault.place.file, tuple(above)))
    return _wrong_value(block)._replace(place=fault.place._replace(part=Part.KEY))


def _wrong_choice(fault: _Fault) -> Flaw:
    if fault.value is None:
        return _empty(fault)
    choices = listed(fault.choices(), "or")
    if not isinstance(fault.value, str):
        said = f"one word belongs here, not {shape(fault.value)}"
        return Flaw(FlawKind.WRONG_SHAPE, fault.place, fault.name, said, f"write {choices}")
    near = choice_meant(fault.value, fault.choices()) if fault.told else None
    return Flaw(FlawKind.WRONG_CHOICE, fault.place, fault.value, choices, f"write {near or choices}")


def _wrong_shape(fault: _Fault) -> Flaw:
    if fault.value is None:
        return _empty(fault)
    said, mend = fault.context["said"], fault.context["mend"]
    entry = fault.keys((*fault.place.path, 0)) if said.startswith("a list") else []
    if entry and isinstance(fault.value, str):
        mend = fault.block_mend((*fault.place.path, 0))
    elif entry:
        mend = f"write each entry as lines under it, the first as “- {entry[0]}: …”"
    return Flaw(FlawKind.WRONG_SHAPE, fault.place, fault.name, said, mend)


def _misshapen_text(fault: _Fault) -> Flaw:
    return _wrong_shape(replace(fault, context=misshapen_text(fault.value).context or {}))


def _long_text(fault: _Fault) -> Flaw:
    return _wrong_value(replace(fault, context=long_text(fault.value).context or {}))


def _not_a_block(fault: _Fault) -> Flaw:
    if fault.value is None:
        return _empty(fault)
    said = f"a block of keys belongs here, not {shape(fault.value)}"
    return Flaw(FlawKind.WRONG_SHAPE, fault.place, fault.name, said, fault.block_mend(fault.place.path))


_FLAWS = {
    "missing": _missing,
    "unexpected_keyword_argument": _unknown,
    "wrong_value": _wrong_value,
    "wrong_key": _wrong_key,
    "literal_error": _wrong_choice,
    "wrong_shape": _wrong_shape,
    "string_type": _misshapen_text,
    "string_too_long": _long_text,
}


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
