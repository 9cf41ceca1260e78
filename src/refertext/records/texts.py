"""Every text of a record and where it stands, found by the types of the record's fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, get_args, get_origin

from refertext.problem import Path


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


def all_text(records: Sequence[Any]) -> str:
    """All texts of records of one type, a line for each. A group has some hundred thousand texts, of which hardly any
    are looked for, and one look at many is far quicker than one at each.
    """
    shape = _Shape(type(records[0])) if records else _Shape(str)
    return "\n".join(chain.from_iterable(_columns(records, shape)))


def _columns(values: Sequence[Any], shape: _Shape) -> Iterator[Sequence[str]]:
    """The texts in values of one shape, field by field."""
    if shape.of is str:
        yield values
    elif shape.inner is not None:
        parts = chain.from_iterable(map(dict.values, values) if shape.of is dict else values)
        yield from _columns(list(filter(None, parts)), shape.inner)
    elif values:
        for name, below in _shapes(shape.of):
            yield from _columns(list(filter(None, map(attrgetter(name), values))), below)


@cache
def _shapes(kind: Any) -> tuple[tuple[str, _Shape], ...]:
    """The fields of a record type that hold texts."""
    shapes = ((field.name, _shape_of(field.type)) for field in fields(kind) if field.init)
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
