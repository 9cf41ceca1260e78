"""`refertext thank`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from refertext.cli.naming import completed
from refertext.cli.referrals import referral_in, referral_named, with_prospects
from refertext.cli.terminal import Day
from refertext.cli.writing import Asked, write, writes

if TYPE_CHECKING:
    from refertext.drafts import Draft
    from refertext.group import Group

_EPILOG = """\b
Examples:
  refertext thank 7f3a --where meeting --words "Saved our quarter"
  refertext thank "haulier brian" --on 2026-04-02"""


@click.command("thank", epilog=_EPILOG)
@click.argument("referral", metavar="REFERRAL", shell_complete=completed("referrals"))
@click.option("--words", metavar="TEXT", help="What was said.")
@click.option("--where", metavar="TEXT", help="Where it was said, for example meeting.")
@click.option("--on", "day", type=Day(), help="The day; else today.")
@writes
def command(referral: str, words: str | None, where: str | None, day: date | None, asked: Asked) -> None:
    """Record that the giver of REFERRAL was thanked.

    REFERRAL is an id, the start of one, the four characters at its end, or words that only it has, such as the name of
    what it is about.
    """
    from refertext.drafts.thanking import thanking

    name = referral_named(asked, referral)

    def draft(group: Group) -> Draft:
        return thanking(group, referral_in(group, name), day or group.as_of, where, words)

    write(asked, "thank", draft, files=with_prospects(asked.root, name))
