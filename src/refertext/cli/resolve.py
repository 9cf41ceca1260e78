"""`refertext resolve`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from refertext.cli.terminal import Day, paper, say
from refertext.cli.writing import Asked, look, write, writes

if TYPE_CHECKING:
    from refertext.drafts import Draft
    from refertext.group import Group

_EPILOG = """\b
Examples:
  refertext resolve                                  what is open, numbered
  refertext resolve case study                       the only open one with both words is done
  refertext resolve 3 --on 2026-03-12                number 3 of the list was done that day
  refertext resolve wage survey --in 2026-03-05-group
  refertext resolve attendance --outcome "Brian moved his calls"    settles a concern"""


@click.command("resolve", epilog=_EPILOG)
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@click.option("--in", "file", metavar="FILE", help="Look only in this file: its name, or its id.")
@click.option("--on", "day", type=Day(), help="The day on which it was done or settled; else today.")
@click.option("--outcome", metavar="TEXT", help="What came of a concern.")
@writes
def command(words: tuple[str, ...], file: str | None, day: date | None, outcome: str | None, asked: Asked) -> None:
    """Record that something is done, or a concern is settled; without WORDS, list what is open.

    Open are actions of meetings, steps of partners' action plans, and concerns. WORDS are a number of the list, or
    words that only one of them holds.
    """
    if not words:
        _list(file, day, outcome, asked)
        return

    def draft(group: Group) -> Draft:
        from refertext.drafts.resolving import resolve

        return resolve(group, words, file, day, outcome)

    write(asked, "resolve", draft)


def _list(file: str | None, day: date | None, outcome: str | None, asked: Asked) -> None:
    from refertext.drafts.resolving import within
    from refertext.insights.open_things import open_things
    from refertext.reports.open_things import render, render_json

    if day or outcome:
        raise click.UsageError("Say what was done or settled: words of it, or its number from “refertext resolve”.")
    things = look(asked, lambda group: open_things(group) if file is None else within(group, file))
    say(render_json(things) if asked.as_json else render(things, paper()))
