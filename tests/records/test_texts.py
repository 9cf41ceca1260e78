"""The walk through a record finds each text that the record's schema lets people write freely, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from test_decode import EXAMPLE, FILES

from refertext.problem import Path
from refertext.records import Member, Record, Settings, decode
from refertext.records.keys import blocks_of, peeled, type_at
from refertext.records.schema import KINDS, json_schema
from refertext.records.texts import all_text, texts_in
from refertext.text import Source, parse


@pytest.mark.parametrize("kind", [kind for kind in FILES if kind is not Settings])
def test_every_text_of_every_type_is_found_once(kind: type[Record]) -> None:
    record, data = example(kind)
    free = [(path, text) for path, text in leaves(data, ()) if is_free(json_schema(kind), path)]
    found = [(path, text) for path, text in texts_in(record) if path[-2:-1] != ("who",)]  # ids or the word group
    assert len(free) > 1
    assert sorted(map(str, found)) == sorted(map(str, free))
    lines = all_text([record, record]).splitlines()
    assert sorted(lines) == sorted(line for _, text in [*texts_in(record)] * 2 for line in text.splitlines())
    assert all_text([]) == ""


def test_what_is_no_text_is_left_out() -> None:
    member, _ = example(Member)
    paths = {path for path, _ in texts_in(member)}
    assert {("goals", 0), ("seat", "consents", 0, "scope"), ("leave", 0, "why"), ("text",)} <= paths
    assert (
        not {("joined",), ("show_value",), ("path", 0, "how"), ("fit", "nearby"), ("former_seats", 0, "until")} & paths
    )


def example(kind: type[Record]) -> tuple[Record, dict[str, Any]]:
    """The record in which every key of a kind is written once, and its plain data, in which all is text."""
    data = parse(Source(FILES[kind], (EXAMPLE / FILES[kind]).read_bytes())).data
    assert data
    record, flaws = decode(kind, data, FILES[kind])
    assert record
    assert not flaws
    return record, data


def leaves(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The values of plain data that are neither lists nor blocks nor empty, with their paths."""
    if isinstance(data, str) and data:
        yield path, data
    elif isinstance(data, dict | list):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from leaves(value, (*path, step))


def is_free(schema: dict[str, Any], path: Path) -> bool:
    """Whether a schema takes any word at a path, as where numbers and yes or no are taken for words too."""
    for step in path:
        choices = [schema, *schema.get("anyOf", ())]
        below = [choice.get("properties", {}).get(step) or choice.get("additionalProperties") for choice in choices]
        inner = [choice.get("items") for choice in choices] if isinstance(step, int) else below
        schema = next((found for found in inner if isinstance(found, dict)), {})
    return "boolean" in schema.get("type", ()) and "enum" not in schema


def test_the_types_of_fields_are_no_texts() -> None:
    """Modules of record types go without `from __future__ import annotations`: texts and keys are found by types."""
    kinds: list[Any] = list(KINDS.values())
    blocks = {peeled(type_at(kind, path)) for kind in kinds for path in blocks_of(kind)}
    assert len(blocks) > 40
    assert not [
        f"{block.__name__}.{one.name}" for block in blocks for one in fields(block) if isinstance(one.type, str)
    ]
