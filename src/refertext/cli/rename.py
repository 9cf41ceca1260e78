"""`refertext rename`."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import click

from refertext.cli.naming import completed, file_named
from refertext.cli.writing import Asked, write, writes

if TYPE_CHECKING:
    from refertext.drafts import Draft
    from refertext.group import Group

_KINDS = ("member", "agreement", "partnership", "prospect", "referral", "meeting", "profile")
_EPILOG = """\b
Examples:
  refertext rename member kit-larsen kit-berg
  refertext rename prospect haulier-nampa trucks-nampa --dry-run
  refertext rename prospect acme-logistics haulier-nampa --forget   the old id was the real name

Everything is renamed or nothing. What the tool cannot see, such as links in docs/, is for you to correct."""


def _kinds_completed(_context: click.Context, _parameter: click.Parameter, start: str) -> list[str]:
    return [kind for kind in _KINDS if kind.startswith(start)]


@click.command("rename", epilog=_EPILOG)
@click.argument("kind", metavar="KIND", shell_complete=_kinds_completed)
@click.argument(
    "old",
    metavar="OLD",
    shell_complete=lambda context, parameter, start: completed(f"{context.params.get('kind')}s")(
        context, parameter, start
    ),
)
@click.argument("new", metavar="NEW")
@click.option("--forget", is_flag=True, help="Do not keep the old id of a prospect under former_ids.")
@writes
def command(kind: str, old: str, new: str, forget: bool, asked: Asked) -> None:
    """Give the record OLD of a KIND the id NEW: its file, and every record that names it.

    KIND is member, agreement, partnership, prospect, referral, meeting or profile. OLD is an id, the start of one, or
    the four characters at its end. Links in the texts of records follow, and the old id goes on leading to the record.
    The names of other files stay, though they may repeat it.
    """
    from refertext.disk import read_text
    from refertext.drafts.renaming import Renaming, renaming

    folder = f"{_kind(kind)}s"
    request = Renaming(folder, _id_meant(asked, folder, old), new, forget)

    def draft(group: Group) -> Draft:
        return renaming(group, request, partial(read_text, asked.root), _with_private(asked))

    write(asked, "rename", draft)


def _kind(text: str) -> str:
    from refertext.records import nearest
    from refertext.text.wording import folded, listed

    wanted = folded(text).removesuffix("s")
    if wanted in _KINDS:
        return wanted
    near = nearest(wanted, _KINDS)
    meant = f"Did you mean {near}?" if near else f"The kinds are {listed(_KINDS)}."
    raise click.UsageError(f"There are no records of the kind “{text}” to rename. {meant}")


def _id_meant(asked: Asked, folder: str, text: str) -> str:
    """The id of the record that a text means; profiles that come with refertext have no file."""
    from refertext.records import PACKAGED

    if folder == "profiles" and text in PACKAGED:
        return text
    return PurePosixPath(file_named(asked.root, text, [folder])).stem


def _with_private(asked: Asked) -> Group | None:
    """The group with what is in `private/` laid over it, where there is any."""
    from refertext.clock import today
    from refertext.disk import read_group, read_private
    from refertext.group import load

    private = list(read_private(asked.root))
    return load(read_group(asked.root), today, asked.as_of, private=private) if private else None
