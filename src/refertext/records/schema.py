"""JSON Schemas of the records, for people's editors, made from the record types.

They are of draft 07 and hold no `$ref`: that is what every version of the YAML language server reads, and of draft 07
it drops whatever stands beside a `$ref`, descriptions too. Editors read YAML 1.2, so texts may be numbers or booleans.
"""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter

from refertext.problem import Path
from refertext.records.decode import FOLDERS, SETTINGS_FILE
from refertext.records.keys import hints
from refertext.records.record import Record
from refertext.records.scalar import Schema
from refertext.records.settings import Settings
from refertext.records.types import Said

DRAFT = "http://json-schema.org/draft-07/schema#"
KINDS: dict[str, type[Record]] = {"group": Settings} | {folder[:-1]: kind for folder, kind in FOLDERS.items()}
"""Kinds of records by name; `group` is the settings, the others are called as their folder is, without the s."""

_NULL = {"type": "null"}


@cache
def schema_text(name: str) -> str:
    """The JSON Schema of a kind as the text of a file: ASCII, so that it survives every pipe."""
    return json.dumps(json_schema(KINDS[name]), indent=2) + "\n"


def json_schema(kind: type[Record]) -> Schema:
    """The JSON Schema of a kind of record."""
    made = TypeAdapter(kind).json_schema(by_alias=True)
    schema = _schema(made, made.get("$defs", {}), kind)
    head = {
        "$schema": DRAFT,
        "title": f"{kind.__name__} of a referral group",
        "description": schema["description"].partition(". ")[0].rstrip(".") + ".",
    }
    return head | {key: value for key, value in schema.items() if key not in (*head, "$defs")}


def _schema(made: Schema, blocks: dict[str, Schema], block: type[Any] | None) -> Schema:
    """The schema without references, titles and defaults; `block` is the record type it is about, if any."""
    if "$ref" in made:
        made = blocks[made["$ref"].rpartition("/")[2]] | {key: value for key, value in made.items() if key != "$ref"}
    schema = {key: value for key, value in made.items() if key not in ("title", "default", "anyOf")}
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            schema[key] = _schema(schema[key], blocks, block)
    if "properties" in schema and block:
        schema["properties"] = _properties(schema, blocks, block)
    if "anyOf" in made:
        schema = _one_of([_schema(choice, blocks, block) for choice in made["anyOf"]]) | schema
    return schema


def _properties(schema: Schema, blocks: dict[str, Schema], block: type[Any]) -> Schema:
    """What may stand under each key, in the order they are written; what may be left out may also be left empty."""
    properties = {}
    for key, hint in hints(block).items():
        below = _schema(schema["properties"][key], blocks, _record_type(hint))
        if key not in schema.get("required", ()) and "type" in below:
            below = _or_nothing(below)
        described = {"description": _description(hint)}  # first, and in place of that of the block
        properties[key] = described | below | described
    return properties


def _one_of(choices: list[Schema]) -> Schema:
    """Choices as one schema; nothing beside a single other choice becomes one of its types."""
    flat = [inner for choice in choices for inner in choice.get("anyOf", [choice])]
    others = [choice for choice in flat if choice != _NULL]
    if len(others) > 1:
        return {"anyOf": flat}
    return _or_nothing(others[0]) if len(flat) > 1 else others[0]


def _or_nothing(schema: Schema) -> Schema:
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    allowed = schema | {"type": [*types, *({"null"} - set(types))]}
    return allowed | {"enum": [*schema["enum"], None]} if "enum" in schema else allowed


def _description(hint: Any) -> str:
    return next((said.description for said in get_args(hint) if isinstance(said, Said)), "")


def is_list(kind: type[Any], path: Path) -> bool:
    """Whether only a list may stand at a path of a record type."""
    schema = json_schema(kind)
    for step in path:
        below = schema.get("items") if isinstance(step, int) else schema.get("properties", {}).get(step)
        schema = below if isinstance(below, dict) else {}
    types = schema.get("type", ())
    return set([types] if isinstance(types, str) else types) - {"null"} == {"array"}


def kind_of(file: str) -> type[Record]:
    """The kind of record that a file of a group is by its name; what is none of them is a Record."""
    return Settings if file == SETTINGS_FILE else FOLDERS.get(file.partition("/")[0], Record)


def _record_type(hint: Any) -> type[Any] | None:
    """The one record type inside a type hint, if there is one."""
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    for part in get_args(hint):
        found = _record_type(part)
        if found:
            return found
    return None
