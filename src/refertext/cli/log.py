"""`refertext log`."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import click

from refertext.cli.naming import completed, file_named
from refertext.cli.terminal import note
from refertext.cli.writing import Asked, Left, look, write, writes

if TYPE_CHECKING:
    from refertext.drafts import Draft
    from refertext.group import Group

_EPILOG = """\b
Examples:
  refertext log meetings/2026/2026-03-05-group.md     file the slips below “## Log” of a meeting
  refertext log last --dry-run                        show what that would write for the last group meeting
  refertext log log/2026/2026-03-06-kit-larsen.md     file what a member wrote down

How a slip is written: docs/slips.md. Exit code 1: some lines cannot be understood; they stay as they are."""


@click.command("log", epilog=_EPILOG)
@click.argument("file", metavar="FILE", shell_complete=completed("meetings"))
@writes
def command(file: str, asked: Asked) -> None:
    """Turn the slips in FILE into records, and put links in their place.

    FILE is a meeting's or one in log/, its id, or “last” for the last group meeting. It may be repeated: what is filed
    already stays as it is.
    """
    from refertext.drafts.attending import meeting_called
    from refertext.drafts.filing import filing
    from refertext.text import LOG

    if file == "last":
        name = look(asked, lambda group: meeting_called(group, file).file)
    else:
        name = file_named(asked.root, file, ["meetings", LOG])

    def draft(group: Group) -> Draft:
        return filing(group, name)

    left = cache(partial(look, asked, partial(_unclear, asked, name)))
    write(asked, "log", draft, left=left)
    for one in left():
        end = "" if one.help.endswith(("?", "!")) else "."
        note(f"{one.file}:{one.line}:{one.column}: {one.message}: {one.help}{end}")
    if left():
        raise SystemExit(1)


def _unclear(asked: Asked, name: str, group: Group) -> list[Left]:
    """The slips that cannot be understood: where each stands now, why, and what to write."""
    from refertext.disk import read_text
    from refertext.reports.located import Finder
    from refertext.slips import unclear_places

    finder = Finder(partial(read_text, asked.root), group.private)
    found = []
    for place, fault in unclear_places(group, name):
        spot = finder.spot(fault.said, place)
        found.append(Left(spot.file, spot.span.line, spot.span.column, spot.message, fault.mend))
    return found
