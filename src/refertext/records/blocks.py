"""What to write where lines of keys belong: the keys, and beside them what was written instead, as far as it fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from refertext.patterns import pattern
from refertext.problem import Path
from refertext.records.keys import hints, is_block, peeled, type_at, unsaid, yaml_keys
from refertext.records.meant import SEVERAL
from refertext.records.numbers import Number
from refertext.records.partnership import Balance
from refertext.records.record import Record
from refertext.text.wording import listed

_MOST_LINES = 3
_LONGEST = 60
_DAY = pattern(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_UNQUOTED = pattern(r"[^\W_](?:[\w./'()-]| (?=[\w./'()-]))*")
_SEVERAL = pattern(r"\sand\s")
_PARTS = pattern(r"[\s:/,;]+")
_ANSWERS = frozenset({"yes", "no", "unsure", "true", "false", "none", "nobody"})
_LIKE_A_KEY = pattern(r"[a-z]+(?:_[a-z]+)*")
_REMARK = ("note",)
_ANY_WORDS = "any words, at all"
_EXAMPLES = {"signed": "show-up", "weights": "late"}
"""A key of those blocks that have others than ids of members."""


def block_mend(kind: type[Record], path: Path, value: object, data: Mapping[str, Any]) -> str:
    """What to write at a path of a record, where a block of keys belongs and a value stands. `data` is all that the
    file holds.
    """
    hint = peeled(type_at(kind, path))
    name = next(step for step in reversed(path) if isinstance(step, str))
    if isinstance(value, list) and value and all(isinstance(entry, dict) for entry in value):
        return f"write the lines below {name}: without “- ” or brackets, all of them beginning in the same column"
    if hint is Balance:
        lines, more = _free_lines(Number, _keys_meant(name, value, data), value), ["agreed"]
    elif is_dataclass(hint):
        lines, more = _key_lines(hint, _texts(value))
    else:
        lines, more = _free_lines(get_args(hint)[1], _keys_meant(name, value, data), value), []
    shown = listed([f"“{'- ' if n == 0 and isinstance(path[-1], int) else ''}{line}”" for n, line in enumerate(lines)])
    follow = f"; {listed([f'{key}:' for key in more[:_MOST_LINES]])} may follow" if more else ""
    if isinstance(path[-1], int):
        return f"write the entry in lines of its own below {name}:, without brackets: {shown}{follow}"
    return f"write {name}: alone in its line, and below it, two spaces in: {shown}{follow}"


def entry_meant(block: Any, name: str, entry: Mapping[str, Any]) -> dict[str, str]:
    """The keys that an unknown one and its value stand for in an entry of a list, as `2026-10-02: accepted` does for a
    date and a status; none in doubt.
    """
    optional = {field.name for field in fields(block) if (field.default, field.default_factory) != (MISSING, MISSING)}
    free = {key: own not in optional for own, key in yaml_keys(block).items() if key not in entry}
    needed = [key for key in free if free[key]]
    value = entry[name]
    if not needed or not isinstance(value, str) or not _is_a_name(name) or _LIKE_A_KEY.fullmatch(name):
        return {}
    put = _put(block, sorted(free, key=lambda key: not free[key]), (name, value))
    for text in (name, value):
        lacking = [key for key in (*needed, *_REMARK) if key in free and key not in put]
        if text not in put.values() and lacking and _takes(block, lacking[0], text):
            put[lacking[0]] = text
    whole = set(put.values()) == {name, value} and set(needed) <= set(put)
    return put if whole and _UNQUOTED.fullmatch(value.replace(", ", " ")) else {}


def _key_lines(block: Any, texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines of a block with keys of its own, the needed ones first, and the other keys."""
    optional = {field.name for field in fields(block) if (field.default, field.default_factory) != (MISSING, MISSING)}
    keys = {key: name not in optional for name, key in yaml_keys(block).items()}
    needed = [key for key in keys if keys[key]]
    put = _put(block, sorted(keys, key=lambda key: not keys[key]), texts)
    if not put and len(needed) == len(texts) == 1 and _takes(block, needed[0], _ANY_WORDS) and _is_a_name(texts[0]):
        put = {needed[0]: texts[0]}
    told = [key for key in keys if key in put or key in needed] or list(keys)[:1]
    blanks = hints(block)
    lines = [f"{key}: {put.get(key) or _blank(unsaid(blanks[key]))}" for key in told]
    return lines, [key for key in keys if key not in told]


def _put(block: Any, keys: Sequence[str], texts: Iterable[str]) -> dict[str, str]:
    """Texts and the days in them, under the first keys that take them and not just any words."""
    put: dict[str, str] = {}
    for text in texts:
        first, _, rest = text.partition(" ")
        pieces = [rest] if rest and first.strip(":=") in keys else [text]
        for piece in [*pieces, *_DAY.findall(text)]:
            fits = (key for key in keys if key not in put and _takes(block, key, piece))
            key = next((key for key in fits if not _takes(block, key, _ANY_WORDS)), None)
            if key and piece not in (*_ANSWERS, *put.values()):
                put[key] = piece
    return put


def _keys_meant(name: str, value: object, data: Mapping[str, Any]) -> list[str]:
    """The keys of a block whose keys are ids: those in a list that stands in its place, or the two it is between."""
    between = data.get("between")
    pair = SEVERAL.split(between) if isinstance(between, str) else between
    written = value if isinstance(value, list) else pair if isinstance(pair, list) else []
    ids = [id_ for id_ in written if isinstance(id_, str) and _is_a_name(id_)]
    return ids or [_EXAMPLES.get(name, "NAME")]


def _free_lines(hint: Any, keys: Sequence[str], value: object) -> list[str]:
    """The lines of a block whose keys are ids, with the values that stand in its place."""
    adapter: TypeAdapter[Any] = TypeAdapter(hint)
    parts = [] if _accepts(adapter, _ANY_WORDS) or not isinstance(value, str) else _PARTS.split(value[:_LONGEST])
    values = [part for part in parts if _accepts(adapter, part)]
    if len(values) != len(keys):
        values = [values[0] if len(values) == 1 else _blank(hint)] * len(keys)
    lines = [f"{key}: {written}" for key, written in zip(keys[:_MOST_LINES], values, strict=False)]
    return [*lines, "…"] if len(keys) > _MOST_LINES else lines


def _blank(hint: Any) -> str:
    """What stands for a value that is not known."""
    adapter: TypeAdapter[Any] = TypeAdapter(hint)
    if _accepts(adapter, _ANY_WORDS):
        return "…"
    if _accepts(adapter, "2026-03-05"):
        return "YYYY-MM-DD"
    if _accepts(adapter, "present"):
        return "present"
    block = peeled(hint)
    if get_origin(block) is tuple:
        return "[…]"
    return f"{{{_key_lines(block, ())[0][0]}}}" if is_block(block) else "…"


@cache
def _adapter(block: Any, key: str) -> TypeAdapter[Any]:
    return TypeAdapter(unsaid(hints(block)[key]))


def _takes(block: Any, key: str, text: str) -> bool:
    return _accepts(_adapter(block, key), text)


def _accepts(adapter: TypeAdapter[Any], text: str) -> bool:
    try:
        adapter.validate_python(text)
    except ValidationError:
        return False
    return True


def _texts(value: object) -> list[str]:
    entries = value if isinstance(value, list) else [value]
    return [entry for entry in entries[:_MOST_LINES] if isinstance(entry, str) and len(entry) <= _LONGEST]


def _is_a_name(text: str) -> bool:
    """Whether a text names one thing, and can be written without quotes."""
    is_short = len(text) <= _LONGEST and text.casefold() not in _ANSWERS
    return bool(is_short and _UNQUOTED.fullmatch(text) and not _SEVERAL.search(text))
