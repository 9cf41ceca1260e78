"""Which record somebody means on the command line: a file, an id, an unambiguous start of one, a tag."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from refertext.cli.terminal import group_root
from refertext.patterns import pattern

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

_TAG = pattern(r"#?([0-9a-z]{4})\Z", re.ASCII)
_MOST_CHOICES = 6


def file_named(root: Path, text: str, folders: Sequence[str] | None = None) -> str:
    """The file, relative to the group's folder, that a text means: its path, its name, its id, `#` and the four
    characters at the end of an id, or the beginning of an id that no other record has.

    A former id will do, too, and a member's name. RefusedError names the choices, or the nearest one.
    """
    from refertext.disk import record_names
    from refertext.drafts import RefusedError
    from refertext.records import FOLDERS, SETTINGS_FILE, nearest

    names = [name for folder in folders or FOLDERS for name in record_names(root, folder)]
    if folders is None:
        names.append(SETTINGS_FILE)
    found = _meant(root, text, names)
    if len(found) == 1:
        return found[0]
    if found:
        shown = ", ".join(sorted(found)[:_MOST_CHOICES]) + (", …" if len(found) > _MOST_CHOICES else "")
        raise RefusedError(f"“{text}” may be {len(found)} files: {shown}. Write more of it.")
    if former := _under_former_id(root, text, folders or tuple(FOLDERS)):
        return former
    by_id = {PurePosixPath(name).stem: name for name in names}
    near = nearest(PurePosixPath(text).stem, by_id)
    where = f" in {' and '.join(f'{folder}/' for folder in folders)}" if folders else ""
    meant = f" Did you mean {near}?" if near else " Write its id, the start of its id, or its file."
    raise RefusedError(f"There is no record “{text}”{where}.{meant}")


def _under_former_id(root: Path, text: str, folders: Sequence[str]) -> str | None:
    """The file of the only record that had an id once, or of the only member of a name; only then files are opened."""
    from refertext.clock import today
    from refertext.disk import read_group
    from refertext.group import load
    from refertext.records import FOLDERS
    from refertext.records.tags import tag_of
    from refertext.text.wording import folded

    group = load(read_group(root, [folder for folder in folders if folder in FOLDERS]), today)
    wanted = folded(text.removeprefix("#"))
    found = {
        group.records(folder)[now].file
        for folder in folders
        if folder in FOLDERS
        for former, now in group.former[folder].items()
        if wanted in (former, tag_of(former))
    }
    found |= {one.file for one in group.members.values() if "members" in folders and folded(one.name) == folded(text)}
    return found.pop() if len(found) == 1 else None


def _meant(root: Path, text: str, names: Sequence[str]) -> list[str]:
    """The files that a text means in the first way in which it means any."""
    from refertext.records.tags import tag_of

    here = os.path.relpath(os.path.join(os.path.realpath("."), text), root).replace(os.sep, "/")
    paths = {text.removeprefix("./"), here}
    tag = _TAG.match(text.lower())
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: name in paths,
        lambda name: name.rpartition(".")[0] in paths or PurePosixPath(name).name == text,
        lambda name: PurePosixPath(name).stem == text,
        lambda name: tag is not None and tag_of(PurePosixPath(name).stem) == tag[1],
        lambda name: bool(text) and PurePosixPath(name).stem.startswith(text),
    )
    return next(filter(None, ([name for name in names if way(name)] for way in ways)), [])


def completed(*folders: str) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """Completes ids of some folders in a shell."""

    def complete(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(id_) for id_ in sorted(_ids(context, folders)) if id_.startswith(incomplete)]

    return complete


def _ids(context: click.Context, folders: Sequence[str]) -> Iterator[str]:
    import click

    from refertext.disk import record_names

    try:
        root = group_root(context.params.get("path") or ".")
    except click.UsageError:
        return
    for folder in folders:
        for name in record_names(root, folder):
            yield PurePosixPath(name).stem
