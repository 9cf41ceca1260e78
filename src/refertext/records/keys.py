"""The keys of records, and what may stand under each: read off the types, so that nothing is said twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from refertext.problem import Path
from refertext.records.types import Said

_EARLY = ("asked",)
_LATE = ("former_ids", "text")


def keys_at(kind: type[Any], path: Path) -> list[str]:
    """The keys of the block at a path of a record type, in the order they are written; none if they are free."""
    block = peeled(type_at(kind, path))
    return list(yaml_keys(block).values()) if isinstance(block, type) and is_dataclass(block) else []


def type_at(kind: type[Any], path: Path) -> Any:
    """What may stand at a path of a record type, as a type hint; None where nothing may, or anything."""
    hint: Any = kind
    for step in path:
        hint = _below(peeled(hint), step)
    return hint


def peeled(hint: Any) -> Any:
    """The record type, the dict or the tuple inside a type hint; None where it is a single value."""
    if (isinstance(hint, type) and is_dataclass(hint)) or get_origin(hint) in (dict, tuple):
        return hint
    return next((found for part in get_args(hint) if (found := peeled(part)) is not None), None)


def hints(block: Any) -> dict[str, Any]:
    """The type hints of a record type, by YAML key, in the order in which the keys are written."""
    named = {field.name: field.type for field in fields(block)}
    return {key: named[name] for name, key in yaml_keys(block).items()}


@cache
def blocks_of(kind: Any) -> Sequence[Path]:
    """The paths of all blocks of a kind of record that have keys of their own, the outer ones first; 0 stands for any
    entry of a list.
    """
    found: list[tuple[Path, Any]] = [((), kind)]
    for path, block in found:  # which grows meanwhile
        for key, hint in hints(block).items():
            below: Path = (*path, key)
            inner = peeled(hint)
            if get_origin(inner) is tuple:
                below, inner = (*below, 0), peeled(get_args(inner)[0])
            if is_block(inner):
                found.append((below, inner))
    return [path for path, _ in found]


def is_block(hint: Any) -> bool:
    """Whether a type hint is that of a block with keys of its own."""
    return hasattr(hint, "__pydantic_config__")


def unsaid(hint: Any) -> Any:
    """The type hint of a field without its description and its key, as of a value that stands alone."""
    if get_origin(hint) is not Annotated:
        return hint
    plain, *more = get_args(hint)
    kept = [each for each in more if not isinstance(each, (Said, FieldInfo))]
    return Annotated[(plain, *kept)] if kept else plain


@cache
def yaml_keys(block: Any) -> dict[str, str]:
    """Python names and YAML keys of a record type, in the order in which they are written."""
    own = [field.name for field in fields(block) if field.init]
    ordered = sorted(own, key=lambda name: (name in _LATE) - (name in _EARLY))
    return {name: name.removesuffix("_") for name in ordered}


def _below(hint: Any, step: str | int) -> Any:
    """The type hint one step down."""
    if get_origin(hint) is tuple:
        return get_args(hint)[0] if isinstance(step, int) else None
    if get_origin(hint) is dict:
        return get_args(hint)[1]
    return hints(hint).get(step) if hint is not None and isinstance(step, str) else None
