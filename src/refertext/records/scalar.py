"""Single values: how one is read, and what people's editors are told of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic_core import CoreSchema, core_schema

from refertext.records.refusals import misshapen

Schema = dict[str, Any]
"""A JSON Schema."""


class Scalar:
    """How pydantic reads a single value, made once for all fields of a type. Its own annotations would be worked out
    anew for every field, which takes longer than reading a small group.
    """

    def __init__(self, schema: CoreSchema, told: Schema) -> None:
        self._schema = schema
        self._told = told

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return dict(self._schema)  # pydantic writes into it

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: Any) -> Schema:
        return dict(self._told)


def text(told: Schema, longest: int | None = None) -> Scalar:
    """Any text: pydantic's own check, since most values are texts and a function of ours takes four times as long."""
    return Scalar(core_schema.str_schema(strict=True, max_length=longest), told)


def read_by(read: Callable[[object], Any], told: Schema) -> Scalar:
    """What a function makes of a plain value, or refuses."""
    return Scalar(core_schema.no_info_plain_validator_function(read), told)


def parsed(parse: Callable[[str], Any], expected: str, example: str, told: Schema) -> Scalar:
    """What a strict parser makes of a text; everything else is refused."""

    def read(value: object) -> Any:
        if not isinstance(value, str):
            raise misshapen(expected, value, f"write one, for example {example}")
        return parse(value)

    return read_by(read, told)
