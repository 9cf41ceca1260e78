"""`refertext fmt`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from refertext.cli.terminal import note, say
from refertext.cli.writing import Asked, Refusal, carry, writes

if TYPE_CHECKING:
    from refertext.text import Source
    from refertext.writing import Planned

_EPILOG = """\b
Examples:
  refertext fmt                          all records of the group, and refertext.yml
  refertext fmt --diff                   what would become different
  refertext fmt --check                  which files are not in canonical form; exit 1 if there are any
  refertext fmt members partnerships/brian-cho--kit-larsen.md
  refertext fmt private                  what is in private/, which is left alone otherwise

\b
Exit codes: 0 all is in canonical form,
1 something could not be read (or, with --check, is not in canonical form), 2 the request was wrong."""


@click.command("fmt", epilog=_EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path(exists=True))
@click.option("--check", is_flag=True, help="Write nothing, and name the files that are not in canonical form.")
@click.option("--diff", is_flag=True, help="The same as --dry-run.")
@writes
@click.pass_context
def command(context: click.Context, paths: tuple[str, ...], *, check: bool, diff: bool, asked: Asked) -> None:
    """Write files in canonical form: keys in order, one a line, quotes only where they are needed.

    PATHS are records, or folders with some; without any it is the whole group. What the files say stays the same, and
    so do the remarks, the blank lines between blocks, and the text below the second ---.
    """
    from refertext.writing.forming import in_form

    if paths and asked.path == ".":
        asked = replace(asked, path=paths[0])
    names = frozenset(_name(path, asked.root) for path in paths)
    if check and not (diff or asked.dry_run or asked.as_json):
        plan = in_form(_sources(asked.root, names))
        _name_files(plan)
    else:
        asked = replace(asked, dry_run=asked.dry_run or diff or check)
        plan = carry(asked, "fmt", lambda _: in_form(_sources(asked.root, names)))
    context.exit(1 if plan.draft.remarks or (check and plan.changes) else 0)


def _name(path: str, root: Path) -> str:
    """The name of a path in the group; a link in its last place is not followed."""
    there = Path(path)
    full = there.resolve() if there.is_dir() and not there.is_symlink() else there.parent.resolve() / there.name
    if not full.is_relative_to(root):
        raise Refusal(f"“{path}” is not in the group in “{root}”.")
    return full.relative_to(root).as_posix()


def _sources(root: Path, names: frozenset[str]) -> Iterator[Source]:
    """The records of some names, or in folders of some names; all but the private ones where there are no names."""
    from refertext.disk import PRIVATE, read_group, read_private
    from refertext.problem import FlawKind
    from refertext.text import LOG

    private = read_private(root) if any(name.partition("/")[0] == PRIVATE for name in names) else ()
    missing = set(names)
    for source in chain(read_group(root), private):
        above = {source.file, *map(str, PurePosixPath(source.file).parents)}
        is_stray = source.flaw and source.flaw.kind is FlawKind.STRAY_FILE
        if is_stray or source.file.startswith(f"{LOG}/") or (names and names.isdisjoint(above)):
            continue
        missing -= above
        yield source
    if missing:
        raise Refusal(
            f"“{min(missing)}” is no record of the group, and no folder with some, so it has no canonical form."
        )


def _name_files(plan: Planned) -> None:
    from refertext.reports.escape import one_line, without_commands

    for remark in plan.draft.remarks:
        note(remark)
    names = [change.file for change in plan.changes]
    say(without_commands("".join(f"{one_line(name)}\n" for name in names)))
    if names:
        are = "1 file is" if len(names) == 1 else f"{len(names):,} files are"
        note(f"{are} not in canonical form. To write them anew: refertext fmt")
