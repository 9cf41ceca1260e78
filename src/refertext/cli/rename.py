"""`refertext rename`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from refertext.cli.naming import completed
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


@click.command("rename", epilog=_EPILOG)
@click.argument("kind", metavar="KIND", type=click.Choice(_KINDS))
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

    KIND is member, agreement, partnership, prospect, referral, meeting or profile. Links in the texts of records
    follow, and the old id goes on leading to the record. The names of other files stay, though they may repeat it.
    """
    from refertext.disk import read_text
    from refertext.drafts.renaming import Renaming, renaming

    request = Renaming(f"{kind}s", old, new, forget)

    def draft(group: Group) -> Draft:
        return renaming(group, request, partial(read_text, asked.root), _with_private(asked))

    write(asked, "rename", draft)


def _with_private(asked: Asked) -> Group | None:
    """The group with what is in `private/` laid over it, where there is any."""
    from refertext.clock import today
    from refertext.disk import read_group, read_private
    from refertext.group import load

    private = list(read_private(asked.root))
    return load(read_group(asked.root), today, asked.as_of, private=private) if private else None
