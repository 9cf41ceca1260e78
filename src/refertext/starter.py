"""A starter: the files of a new group, made from a few answers. Their texts are in `skeletons/`."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from datetime import date
from importlib import resources
from string import Template

from refertext import __version__
from refertext.group.ids import is_id
from refertext.patterns import pattern
from refertext.records import BY_YEAR, FOLDERS, SETTINGS_FILE
from refertext.records.schema import KINDS, schema_text
from refertext.text import Source, parse
from refertext.text.slug import slug

MOST_CHARACTERS = 100
"""How long a name may be, and the id made of it."""

_SKELETONS = {
    SETTINGS_FILE: "refertext.yml",
    "README.md": "group.md",
    "agreements/show-up.md": "show-up.md",
    "meetings/README.md": "meetings.md",
    "partnerships/README.md": "partnerships.md",
    "prospects/README.md": "prospects.md",
    "referrals/README.md": "referrals.md",
    "site/.gitignore": "site-gitignore",
    ".gitignore": "gitignore",
    ".github/workflows/check.yml": "check.yml",
}
_SCHEMAS = ".refertext/schemas"
FILES = (
    *_SKELETONS,
    ".vscode/settings.json",
    ".vscode/extensions.json",
    *(f"{_SCHEMAS}/{kind}.json" for kind in KINDS),
)
"""All files of a starter but the coordinator's page, whose name follows from an answer."""

_PLAIN = pattern(r"[^\W\d_](?:[\w .'’()/+-]*[\w.)])?")
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_MARKDOWN = pattern(r"[\\`*_\[\]<>#|]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a new group is made from. `today` becomes the day it was founded."""

    group: str
    coordinator: str
    business: str
    weekday: str
    timezone: str
    currency: str
    today: date


def starter(answers: Answers) -> dict[str, str]:
    """The texts of a new group's files, by name: a group in which there is nothing to find."""
    id_ = id_of(answers.coordinator)
    words = {
        "group": quoted(answers.group),
        "group_text": _MARKDOWN.sub(r"\\\g<0>", answers.group),
        "coordinator": quoted(id_),
        "coordinator_name": quoted(answers.coordinator),
        "business": quoted(answers.business),
        "weekday": answers.weekday,
        "timezone": answers.timezone,
        "currency": answers.currency,
        "today": answers.today.isoformat(),
        "version": __version__,
    }
    skeletons = {**_SKELETONS, f"members/{id_}.md": "member.md"}
    folder = resources.files("refertext") / "skeletons"
    texts = {
        file: Template((folder / skeleton).read_text(encoding="utf-8")).substitute(words)
        for file, skeleton in skeletons.items()
    }
    return texts | _for_editors()


def id_of(name: str) -> str:
    """The id of a member of that name: ASCII letters, digits and hyphens."""
    id_ = slug(name)[:MOST_CHARACTERS].strip("-")
    return id_ if is_id(id_) else "-".join(filter(None, (id_, "coordinator")))


def quoted(text: str) -> str:
    """The text as a value in YAML, with quotes where it needs them."""
    needs_none = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML
    return text if needs_none else json.dumps(text, ensure_ascii=False)


def fault_of(name: str) -> str | None:
    """Why a name cannot be taken, as a sentence; None for one that can."""
    if not name.strip():
        return "a name must not be empty"
    if len(name.splitlines()) > 1:
        return "a name must stand on one line"
    if len(name) > MOST_CHARACTERS:
        return f"a name may have {MOST_CHARACTERS} characters at most, this one has {len(name)}"
    document = parse(Source("name.yml", f"name: {quoted(name)}\n".encode("utf-8", "replace")))
    controls = any(unicodedata.category(character) == "Cc" for character in name)
    if controls or document.flaws or document.data != {"name": name}:
        return "a character in the name cannot be read or cannot be seen: type the name anew"
    return None


def _for_editors() -> dict[str, str]:
    """The JSON Schemas, and what tells an editor which files they are for."""
    folders = {folder[:-1]: f"{folder}/**/*.yml" if folder in BY_YEAR else f"{folder}/*.yml" for folder in FOLDERS}
    globs = {"group": SETTINGS_FILE} | folders
    settings = {"yaml.schemas": {f"./{_SCHEMAS}/{kind}.json": glob for kind, glob in globs.items()}}
    return {
        ".vscode/settings.json": json.dumps(settings, indent=2) + "\n",
        ".vscode/extensions.json": json.dumps({"recommendations": ["redhat.vscode-yaml"]}, indent=2) + "\n",
        **{f"{_SCHEMAS}/{kind}.json": schema_text(kind) for kind in KINDS},
    }
