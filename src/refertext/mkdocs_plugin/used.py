"""What else a site is made from, as `mkdocs.yml` names it: a folder of pages elsewhere, hooks, a theme of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

_MOST_PARENTS = 10


def used_paths(configuration: Path) -> frozenset[Path] | None:
    """The files and folders that a configuration of MkDocs names, and those it inherits from, whether they are there or
    not; None where it cannot be read. It is read as MkDocs reads it, tags that run something included.
    """
    try:
        return frozenset(_used(configuration)) if configuration.is_file() else frozenset()
    except (OSError, ValueError, TypeError, AttributeError, MkDocsException):
        return None


def _used(configuration: Path) -> Iterator[Path]:
    file, folder = configuration, configuration.parent
    for _ in range(_MOST_PARENTS):
        settings = yaml_load(file.read_text(encoding="utf-8"))
        yield from (Path(folder, name).resolve() for name in _named(settings))
        if "INHERIT" not in settings:
            return
        file = (file.parent / settings["INHERIT"]).resolve()
        yield file


def _named(settings: Mapping[str, Any]) -> Iterator[str]:
    theme = settings.get("theme")
    yield from (settings.get("hooks") or [])
    yield from (settings.get("watch") or [])
    if settings.get("docs_dir"):
        yield settings["docs_dir"]
    if isinstance(theme, Mapping) and theme.get("custom_dir"):
        yield theme["custom_dir"]
