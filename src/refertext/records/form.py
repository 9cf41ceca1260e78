"""Record files in canonical form: the order of keys is the one in which the record types have them."""

from __future__ import annotations

from functools import lru_cache, partial

from refertext.problem import Path
from refertext.records.decode import decode
from refertext.records.keys import keys_at
from refertext.records.record import Record
from refertext.records.schema import kind_of
from refertext.text import Source, parse
from refertext.text.edits import Order
from refertext.text.formatting import Formatted, NotFormatted, formatted

_PRIVATE = "private/"


def order_of(file: str) -> Order:
    """The order of keys in a file of a group, or of its `private/`, by its name."""
    return partial(_keys, _kind_of(file))


def record_in_form(source: Source) -> Formatted | NotFormatted:
    """A record file in canonical form: the same record, with the same remarks."""
    if source.flaw:
        return NotFormatted("it cannot be read", (source.flaw,))
    try:
        text = source.data.decode()
    except UnicodeDecodeError:
        return NotFormatted("it is not written in UTF-8", parse(source).flaws)
    new = formatted(text, source.file, order_of(source.file))
    if isinstance(new, NotFormatted) or new.text == text:
        return new
    if _decoded(source) != _decoded(Source(source.file, new.text.encode())):
        return NotFormatted("it would then say something else")
    return new


def _decoded(source: Source) -> Record | None:
    """The record in a source; None where there is a flaw in its shape."""
    data = parse(Source(source.file, source.data.replace(b"\r\n", b"\n"))).data
    return None if data is None else decode(_kind_of(source.file), data, source.file)[0]


def _kind_of(file: str) -> type[Record]:
    return kind_of(file.removeprefix(_PRIVATE))


def _keys(kind: type[Record], path: Path) -> tuple[str, ...]:
    names = tuple(step for step in path if isinstance(step, str))
    return _keys_of_block(kind, names)  # type: ignore[arg-type]  # mypy asks the instances' hash


@lru_cache(1024)
def _keys_of_block(kind: type[Record], path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(keys_at(kind, path))
