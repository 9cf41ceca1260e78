"""`refertext due`."""

from __future__ import annotations

from datetime import date, timedelta

import click

from refertext.cli.loading import as_text_or, finder_of, member_id, of_a_group, the_group
from refertext.cli.terminal import paper, say

_EPILOG = """\b
Examples:
  refertext due                          what is owed in the group, up to a week ahead
  refertext due --member kit-larsen      what Kit owes, and what Kit is owed
  refertext due --days 0                 only what is due today, or late"""


@click.command("due", epilog=_EPILOG)
@click.option("--member", metavar="MEMBER", help="What this member owes and is owed.")
@click.option(
    "--days",
    type=click.IntRange(0, 3660),
    default=7,
    show_default=True,
    help="How many days to look ahead.",
)
@as_text_or("json")
@of_a_group
def command(member: str | None, days: int, form: str, path: str, as_of: date | None) -> None:
    """Say what is owed to whom by when, the cheapest step first."""
    from refertext.insights.debts.due import due
    from refertext.reports import due as report

    group, root = the_group(path, as_of, private=True)
    whose = member_id(group, member) if member is not None else None
    found = due(group, group.as_of + timedelta(days=days), whose)
    finder = finder_of(group, root)
    if form == "json":
        say(report.render_json(group, found, finder))
    else:
        say(report.render(group, found, days, whose, finder, paper()))
