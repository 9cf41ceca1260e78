"""What to write where a comma inside { } ended a value: what belongs there decides."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError

from refertext.patterns import pattern
from refertext.problem import Path
from refertext.records.categories import tree_mend
from refertext.records.keys import type_at
from refertext.records.numbers import amount_meant
from refertext.records.schema import kind_of
from refertext.records.settings import Settings

_GROUPED = pattern(r"\d{1,3}(?:, ?\d{3})+(?:\.\d+)?")
_ANY_WORDS = "any words, at all"


def cut_mend(file: str, path: Path, whole: str) -> str:
    """What to write at a path of a file, where a whole value falls apart."""
    kind = kind_of(file)
    if kind is Settings and path[:1] == ("categories",):
        return tree_mend(whole, path)
    hint = type_at(kind, path)
    if hint is not None:
        adapter: TypeAdapter[Any] = TypeAdapter(hint)
        if _refused(adapter, _ANY_WORDS):
            return _other_than_words(adapter, whole)
    return f"put quotes around the value: {_in_quotes(whole)}"


def _other_than_words(adapter: TypeAdapter[Any], whole: str) -> str:
    """How a number, a day or the like is written, which have no commas."""
    digits = whole.replace(",", "").replace(" ", "") if _GROUPED.fullmatch(whole) else ""
    for meant in filter(None, (digits, amount_meant(whole))):
        if not _refused(adapter, meant):
            return f"write {meant}"
    refused = _refused(adapter, whole)
    return str(refused.get("mend") or f"put quotes around the value: {_in_quotes(whole)}")


def _refused(adapter: TypeAdapter[Any], text: str) -> dict[str, Any]:
    """What is said of a text that cannot stand there; nothing if it can."""
    try:
        adapter.validate_python(text)
    except ValidationError as error:
        return {"mend": ""} | error.errors(include_url=False)[0].get("ctx", {})
    return {}


def _in_quotes(text: str) -> str:
    """A text as YAML holds it together."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
