"""`refertext set`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from refertext.cli.naming import completed, file_named
from refertext.cli.writing import Asked, write_seen, writes

if TYPE_CHECKING:
    from refertext.drafts import Draft
    from refertext.writing import Seen

_EPILOG = """\b
Examples:
  refertext set members/kit-larsen.md contact.phone "208-555-0143"
  refertext set kit-larsen seat.territory Boise Nampa       a list of two
  refertext set kit-larsen goals "A partner in Nampa" --add   one more
  refertext set 7f3a history.last.value 12500               in the last entry
  refertext set kit-larsen show_value --remove

Entries of lists are counted from 1; the last one is “last”."""


@click.command("set", epilog=_EPILOG)
@click.argument("file", metavar="FILE", shell_complete=completed("members", "prospects", "partnerships", "agreements"))
@click.argument("key", metavar="KEY")
@click.argument("values", metavar="[VALUE]...", nargs=-1)
@click.option("--add", "way", flag_value="add", help="Add VALUE to the list at KEY.")
@click.option("--remove", "way", flag_value="remove", help="Take KEY out.")
@writes
def command(file: str, key: str, values: tuple[str, ...], way: str | None, asked: Asked) -> None:
    """Set one value in a record, without touching another line of its file.

    FILE is a file of the group, or the id of a record. KEY leads to the value, with dots. What refertext check would
    call an error is not written.
    """
    from refertext.drafts.setting import Way, setting

    name = file_named(asked.root, file)

    def draft(seen: Seen) -> Draft:
        return setting(seen.read(name), key, values, Way(way or "set"))

    write_seen(asked, "set", draft, files=[name])
