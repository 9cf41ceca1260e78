"""Setting: which key is meant, and what becomes of the value."""

from __future__ import annotations

from typing import Any

import pytest

from refertext.drafts import Edit, RefusedError
from refertext.drafts.setting import Way, setting
from refertext.text import Source
from refertext.text.edits import Append, Remove, SetValue

TEXT = """---
name: Kit Larsen
seat:
  territory: [Boise]
path:
  - date: 2025-11-04
    how: lunch
  - date: 2025-11-11
    how: visit
earlier: []
---
Text.
"""


def intents(key: str, *values: str, way: Way = Way.SET) -> Any:
    draft = setting(Source("members/kit-larsen.md", TEXT.encode()), key, values, way)
    (part,) = draft.parts
    assert isinstance(part, Edit)
    return part.intents


@pytest.mark.parametrize(
    ("key", "values", "expected"),
    [
        ("name", ["Kit: L."], SetValue(("name",), "Kit: L.")),
        ("contact.phone", ["208-555-0143"], SetValue(("contact", "phone"), "208-555-0143")),
        ("seat.territory", ["Boise"], SetValue(("seat", "territory"), ["Boise"])),
        ("seat.territory", ["Boise", "Nampa"], SetValue(("seat", "territory"), ["Boise", "Nampa"])),
        ("seat.territory", ["[Boise, Nampa]"], SetValue(("seat", "territory"), ["Boise", "Nampa"])),
        ("goals", ["Two more"], SetValue(("goals",), ["Two more"])),
        ("path.1.how", ["visit"], SetValue(("path", 0, "how"), "visit")),
        ("path.last.outcome", ["go on"], SetValue(("path", 1, "outcome"), "go on")),
        ("left", ["{date: 2026-01-01, why: moved}"], SetValue(("left",), {"date": "2026-01-01", "why": "moved"})),
        ("business", ["{ curly"], SetValue(("business",), "{ curly")),
        ("business", ["[a] b"], SetValue(("business",), "[a] b")),
        ("text", ["New\ntext"], SetValue(("text",), "New\ntext")),
    ],
)
def test_set(key: str, values: list[str], expected: SetValue) -> None:
    assert intents(key, *values) == (expected,)


def test_what_a_list_has_is_not_added_again() -> None:
    draft = setting(Source("members/kit-larsen.md", TEXT.encode()), "seat.territory", ["Boise"], Way.ADD)
    assert (draft.parts, draft.said) == (
        (),
        "Nothing to do: seat.territory in members/kit-larsen.md has “Boise” already.",
    )
    assert intents("seat.territory", "Boise", "Nampa", way=Way.ADD) == (Append(("seat", "territory"), "Nampa"),)


def test_add_and_remove() -> None:
    assert intents("goals", "One", "Two", way=Way.ADD) == (Append(("goals",), "One"), Append(("goals",), "Two"))
    assert intents("path.1", way=Way.REMOVE) == (Remove(("path", 0)),)


@pytest.mark.parametrize(
    ("key", "values", "way", "expected"),
    [
        ("name", [], Way.SET, "Give the value that name is to have. To take the key out: --remove."),
        ("goals", ["One,", "two"], Way.SET, "Leave out the commas between values"),
        ("name", ["…"], Way.SET, "“…” stands for what you want to say"),
        ("name", [" "], Way.SET, "An empty value says nothing. To take name out: --remove."),
        ("name", ["x"], Way.REMOVE, "To take name out, write no value after it."),
        (
            "path.3.how",
            ["x"],
            Way.SET,
            "“3” in path.3.how should be an entry of a list; it has 2 entries: write 1 to 2",
        ),
        (
            "path.0.how",
            ["x"],
            Way.SET,
            "“0” in path.0.how should be an entry of a list; it has 2 entries: write 1 to 2",
        ),
        ("path.how", ["x"], Way.SET, "“how” in path.how should be an entry of a list; it has 2 entries: write 1 to 2"),
        ("earlier.1.left", ["x"], Way.SET, "“1” in earlier.1.left is an entry of a list that has none. To add one"),
        ("seat..territory", ["x"], Way.SET, "“seat..territory” has a dot too many."),
    ],
)
def test_refused(key: str, values: list[str], way: Way, expected: str) -> None:
    with pytest.raises(RefusedError) as refused:
        intents(key, *values, way=way)
    assert str(refused.value).startswith(expected)


def test_an_unreadable_file_is_left_alone() -> None:
    with pytest.raises(RefusedError, match="cannot be read"):
        setting(Source("members/kit-larsen.md", b"---\na: [\n---\n"), "name", ["Kit"])
