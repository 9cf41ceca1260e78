"""Writes docs/files.md: every record and every key, from the record types."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from refertext.records import BY_YEAR, FOLDERS, SETTINGS_FILE, Settings, json_schema
from refertext.records.record import Record

TARGET = Path(__file__).parent.parent / "docs" / "files.md"

HEAD = """# Files

One record, one file. The file's name without its ending is the record's id: small letters a to z, digits, hyphens. A
record is a `.yml` file, or a `.md` file whose keys stand between two lines of `---`; below them stands the record's
text. A `README.md` is welcome in any folder. Dates are written `2026-03-05`, amounts `12500` or `1200 EUR`,
percentages `75%`, lengths of time `6 months`. Nothing after a key means nothing is said. `*` marks what must be there.
Files in `log/2026/` are no records: they hold [slips](slips.md), which become some.

| word | meaning |
| --- | --- |
| group | the people and the repository |
| member | a person with a seat; candidate before `joined`, alumnus after `left`, on leave in between |
| seat | what a member holds alone: services for clients in a territory, under one category |
| consent | an incumbent's recorded yes to an adjacent seat |
| agreement | a ground rule the members signed: text plus commitments |
| commitment | something promised: a measure with a floor, a rule that must find nothing, or words |
| partnership | two members who work the five-step cycle: commit, identify, strategize, execute, evaluate |
| prospect | a company or person someone knows or wishes to meet |
| referral | something handed over: a lead (a name), an introduction, or a referral (the prospect said yes) |
| slip | one line of text that says one of these facts |
| meeting | a group meeting, a one-to-one, a partnership review, a visit |
| rule, finding | a check with a name; what it found, with exact places |
| waiver | a recorded, reasoned, dated exception to a rule |
| as of | the day for which everything is computed |
"""


def page() -> str:
    """The whole page in Markdown."""
    parts = [HEAD, _section("Settings", f"`{SETTINGS_FILE}`", Settings)]
    for folder, kind in FOLDERS.items():
        example = f"{folder}/2026/" if folder in BY_YEAR else f"{folder}/"
        parts.append(_section(folder.capitalize(), f"`{example}`", kind))
    return "\n".join(parts)


def _section(title: str, where: str, kind: type[Record]) -> str:
    schema = json_schema(kind)
    rows = "".join(f"| {key} | {text} |\n" for key, text in _rows(schema, ""))
    return f"\n## {title}\n\n{schema['description'].strip()} {where}\n\n| key | meaning |\n| --- | --- |\n{rows}"


def _rows(block: dict[str, Any], above: str) -> Iterator[tuple[str, str]]:
    required = block.get("required", [])
    for key, field in block.get("properties", {}).items():
        name = f"{above}{key}"
        mark = " *" if key in required else ""
        yield f"`{name}`{mark}", f"{field.get('description', '')}{_choices(field)}"
        inner, step = _block_in(field)
        if inner:
            yield from _rows(inner, f"{name}{step}.")


def _choices(field: dict[str, Any]) -> str:
    for option in (field, *field.get("anyOf", [])):
        if "enum" in option:
            return f" One of: {', '.join(word for word in option['enum'] if word is not None)}."
    return ""


def _block_in(field: dict[str, Any]) -> tuple[dict[str, Any] | None, str]:
    """The block of keys inside a field, and how one steps into it."""
    for option in (field, *field.get("anyOf", [])):
        if "properties" in option:
            return option, ""
        for inside, step in (("items", "[]"), ("additionalProperties", ".ID")):
            if isinstance(option.get(inside), dict):
                found, deeper = _block_in(option[inside])
                if found:
                    return found, step + deeper
    return None, ""


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8", newline="\n")
