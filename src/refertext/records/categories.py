"""The tree of categories in the settings: names with the categories below them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from refertext.patterns import pattern
from refertext.problem import Path
from refertext.records.refusals import misshapen, several, wrong_key

Tree = dict[str, Any]
"""Categories: names with the categories below them."""

_LONGEST_NAME = 60
_MOST_SHOWN = 6
_NAME = pattern(r"[^\W_][\w &'().-]{0,59}")


def _tree(value: object) -> Tree:
    faults = list(_faults(value, ()))
    if faults:
        raise several(faults)
    return _grown(value)


def _grown(value: Any) -> Tree:
    return {name: _grown(below) for name, below in value.items()} if value else {}


def _faults(value: object, path: Path) -> Iterator[tuple[Path, PydanticCustomError]]:
    """What is wrong in a tree, each with the path to it."""
    if value is None:
        return
    if not isinstance(value, dict):
        expected = "a name with a colon, for each category below it," if path else "a tree of categories"
        yield path, misshapen(expected, value, tree_mend(value, path))
        return
    for name, below in value.items():
        if not name or "/" in name or name != name.strip() or len(name) > _LONGEST_NAME:
            yield (*path, name), wrong_key(f"“{name}” cannot name a category", _name_mend(name))
        yield from _faults(below, (*path, name))


def tree_mend(value: object, path: Path) -> str:
    """How to write what stands where names of categories belong, at the end of a path."""
    entries = value if isinstance(value, list) else str(value).split(",")
    names = [entry.strip() for entry in entries if isinstance(entry, str) and _NAME.fullmatch(entry.strip())]
    if not path or len(names) != len(entries) or len(names) > _MOST_SHOWN:
        return "write each category as a key: finance: {mortgage: , planning: }"
    return f"write {path[-1]}: {{{', '.join(f'{name}: ' for name in names)}}}"


def _name_mend(name: str) -> str:
    above, slash, below = name.partition("/")
    if slash and above.strip() and below.strip():
        return f"write {above.strip()}: {{{below.strip()}: }}, since what is below it goes inside it"
    if len(name) > _LONGEST_NAME:
        return f"use a name of at most {_LONGEST_NAME} letters"
    return f"write {name.strip()}:, without spaces around it" if name.strip(" /") else "write a name before the colon"


Categories = Annotated[Tree, BeforeValidator(_tree), WithJsonSchema({"type": ["object", "null"]})]
