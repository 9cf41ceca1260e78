"""Every text of a record and where it stands, found by the types of the record's fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, get_args, get_origin, get_type_hints

from refertext.problem import Path

Gather = Callable[[Any, "list[str | None]"], None]
"""Adds all texts in a value to a list, and None where there is none."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What holds texts: `str` itself, a tuple or a dict of something that does, or the record type of a block."""

    of: Any
    inner: _Shape | None = None


def texts_in(record: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The texts of a record, or of a block of one, each with its path: words and ids, but no choices, days or numbers.
    Where nothing is written there is no text.
    """
    kind: Any = type(record)  # mypy asks for the hash of its instances
    for name, shape in _shapes(kind):
        yield from _texts(getattr(record, name), shape, (*path, name.removesuffix("_")))


def _texts(value: Any, shape: _Shape, path: Path) -> Iterator[tuple[Path, str]]:
    if not value:
        return
    if shape.of is str:
        yield path, value
    elif shape.inner is None:
        yield from texts_in(value, path)
    else:
        for step, part in value.items() if shape.of is dict else enumerate(value):
            yield from _texts(part, shape.inner, (*path, step))


def all_text(record: Any) -> str:
    """All texts of a record, or of a block of one, a line for each. A group has some hundred thousand texts of which
    hardly any are looked for, and one look at all of a record is quicker than one at each.
    """
    kind: Any = type(record)
    found: list[str | None] = []
    _gather_block(kind)(record, found)
    return "\n".join(filter(None, found))


@cache
def _gather_block(kind: Any) -> Gather:
    """What gathers the texts of a record type; made once, because there are many records of few types."""
    texts = _own_texts(kind)
    others = [(attrgetter(name), _gather(shape)) for name, shape in _shapes(kind) if shape.of is not str]

    def gather(block: Any, found: list[str | None]) -> None:
        found.extend(texts(block))
        for value_of, gather_in in others:
            value = value_of(block)
            if value:
                gather_in(value, found)

    return gather


def _own_texts(kind: Any) -> Callable[[Any], tuple[str | None, ...]]:
    """What gives the texts right in a block; one of them twice, since of one name alone `attrgetter` gives no tuple."""
    names = [name for name, shape in _shapes(kind) if shape.of is str]
    return attrgetter(*names, names[0]) if names else lambda _: ()


def _gather(shape: _Shape) -> Gather:
    if shape.inner is None:
        return _gather_block(shape.of)
    values_of = dict.values if shape.of is dict else iter
    if shape.inner.of is str:
        return lambda many, found: found.extend(values_of(many))
    if shape.inner.inner is None and all(inner.of is str for _, inner in _shapes(shape.inner.of)):
        texts = _own_texts(shape.inner.of)
        return lambda many, found: found.extend(chain.from_iterable(map(texts, values_of(many))))
    inner = _gather(shape.inner)

    def gather(many: Any, found: list[str | None]) -> None:
        for value in values_of(many):
            inner(value, found)

    return gather


@cache
def _shapes(kind: Any) -> tuple[tuple[str, _Shape], ...]:
    """The fields of a record type that hold texts."""
    hints = get_type_hints(kind, include_extras=True)
    shapes = ((field.name, _shape_of(hints[field.name])) for field in fields(kind) if field.init)
    return tuple((name, shape) for name, shape in shapes if shape)


def _shape_of(hint: Any) -> _Shape | None:
    """What values of a type hold; None where no texts can be in them."""
    if hint is str:
        return _Shape(str)
    if hasattr(hint, "__pydantic_config__"):  # amounts and lengths of time are dataclasses too, but no blocks of keys
        return _Shape(hint) if _shapes(hint) else None
    origin, parts = get_origin(hint), get_args(hint)
    inner = next(filter(None, map(_shape_of, parts[1:] if origin is dict else parts)), None)
    return _Shape(origin, inner) if inner and origin in (tuple, dict) else inner
