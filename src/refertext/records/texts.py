"""Every text of a record and where it stands, found by the types of the record's fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from refertext.problem import Path

Wanted = Callable[[str], object]
Found = list[tuple[Path, str]]
Walk = Callable[[Any, Path, Wanted, Found], None]
"""Adds the wanted texts in a value that stands at a path to what was found before. A group has some hundred thousand
texts, of which hardly any are wanted: generators within generators would take twice as long.
"""


def texts_in(record: Any, is_wanted: Wanted = bool) -> Found:
    """The texts of a record, or of a block of one, each with its path: words and ids, but no choices, days or numbers.
    Where nothing is written there is no text.
    """
    found: Found = []
    _of_block(type(record))(record, (), is_wanted, found)  # type: ignore[arg-type]  # mypy asks the instances' hash
    return found


@cache
def _of_block(kind: type[Any]) -> Walk:
    """The walk through a record type; made once, because there are many records of few types."""
    hints = get_type_hints(kind, include_extras=True)
    walks = [(field.name, _walk(hints[field.name])) for field in fields(kind) if field.init]
    texts = [(name, name.removesuffix("_")) for name, walk in walks if walk is _of_text]
    others = [(name, name.removesuffix("_"), walk) for name, walk in walks if walk and walk is not _of_text]

    def walk_block(block: Any, path: Path, is_wanted: Wanted, found: Found) -> None:
        for name, key in texts:
            text = getattr(block, name)
            if text and is_wanted(text):
                found.append(((*path, key), text))
        for name, key, walk in others:
            value = getattr(block, name)
            if value:
                walk(value, (*path, key), is_wanted, found)

    return walk_block


def _walk(hint: Any) -> Walk | None:
    """The walk through values of a type; None where no texts can be in them."""
    if hint is str:
        return _of_text
    if hasattr(hint, "__pydantic_config__"):  # amounts and lengths of time are dataclasses too, but no blocks of keys
        return _of_block(hint)
    origin, parts = get_origin(hint), get_args(hint)
    walk = next(filter(None, map(_walk, parts[1:] if origin is dict else parts)), None)
    if walk and origin is tuple:
        return _of_many(walk, enumerate)
    return _of_many(walk, dict.items) if walk and origin is dict else walk


def _of_text(text: str, path: Path, is_wanted: Wanted, found: Found) -> None:
    if is_wanted(text):
        found.append((path, text))


def _of_many(walk: Walk, steps_of: Callable[[Any], Iterable[tuple[str | int, Any]]]) -> Walk:
    """The walk through a list, or a block whose keys are ids."""

    def walk_many(many: Any, path: Path, is_wanted: Wanted, found: Found) -> None:
        for step, value in steps_of(many):
            walk(value, (*path, step), is_wanted, found)

    return walk_many
