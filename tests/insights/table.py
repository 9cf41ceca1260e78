"""A table of four in a few words: kit knows people, brian looks for some, lee sits beside them, dana would like to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from conftest import group_of
from refertext.group import Group
from small import Files, day

SEAT = {"category": "people/staffing", "services": ["direct hire"], "clients": ["employers"], "territory": ["Boise"]}
SETTINGS = {
    "group": "Small",
    "timezone": "UTC",
    "currency": "USD",
    "categories": {"people": {"staffing": None, "payroll": None, "training": None}, "finance": {"planning": None}},
    "same_words": [["home loans", "house finance"], ["hauliers", "logistics firms"]],
}


def written(file: str, /, **keys: Any) -> Files:
    """A record as JSON a key, which is YAML too; nothing is left out, so that a key may be emptied."""
    return {file: "".join(f"{key}: {json.dumps(value)}\n" for key, value in keys.items())}


def person(id_: str, joined: str | None = "2025-01-01", **keys: Any) -> Files:
    """A member called as the id, or without `joined` a candidate."""
    keys = {"name": id_.title(), "business": f"{id_.title()} Ltd", "joined": joined} | keys
    return written(f"members/{id_}.yml", **keys)


def seat(category: str, services: str = "", clients: str = "", territory: str = "", **more: Any) -> dict[str, Any]:
    """A seat, its entries after commas."""
    sides = {"services": services, "clients": clients, "territory": territory}
    listed = {side: [entry.strip() for entry in words.split(",") if entry.strip()] for side, words in sides.items()}
    return {"category": category, **listed, **more}


def prospect(id_: str, alias: str = "A firm", *known_by: str, **keys: Any) -> Files:
    """A prospect, known by kit if nobody is named."""
    return written(f"prospects/{id_}.yml", alias=alias, known_by=list(known_by or ["kit"]), **keys)


def given(id_: str, on: str, prospect_: str, to: str, *history: Mapping[str, Any], **keys: Any) -> Files:
    """A lead about a prospect, from kit if nothing else is said."""
    keys = {"kind": "lead", "date": str(day(on)), "from": "kit", "to": to, "prospect": prospect_} | keys
    return written(f"referrals/2026/{id_}.yml", **keys, history=list(history))


def table(*files: Files, as_of: str = "03-11", **settings: Any) -> Group:
    """A group of kit, brian and lee with some more files in place of theirs; nothing in it may be misread."""
    texts = person("kit") | person("brian") | person("lee") | written("refertext.yml", **(SETTINGS | settings))
    group = group_of(texts | {name: text for one in files for name, text in one.items()}, day(as_of))
    assert not any(group.flaws.values())
    return group
