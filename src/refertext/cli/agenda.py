"""`refertext agenda`."""

from __future__ import annotations

from datetime import date, timedelta

import click

from refertext.cli.loading import as_text_or, of_a_group, the_group
from refertext.cli.terminal import Day, paper, say

_EPILOG = """\b
Examples:
  refertext agenda                  the next meeting
  refertext agenda 2026-12-03       the meeting of a day
  refertext agenda > thursday.txt   to print or to mail"""


@click.command("agenda", epilog=_EPILOG)
@click.argument("day", type=Day(), required=False, metavar="[DATE]")
@as_text_or("json")
@of_a_group
def command(day: date | None, form: str, path: str, as_of: date | None) -> None:
    """Print the sheet for the next group meeting.

    Who presents, who reports on which referral, thanks to say, questions, actions, and who should sit down with whom.
    The sheet of a meeting that has taken place has what was known on the day before.
    """
    from refertext.insights.agenda import agenda
    from refertext.insights.calendar import next_meeting
    from refertext.reports import agenda as report

    group, _ = the_group(path, as_of)
    following = next_meeting(group)
    when = day or following
    if when is None:
        raise click.UsageError(
            "Nobody knows when the next meeting is: write the date, or meets: with every and weekday in refertext.yml."
        )
    if when <= group.as_of and when != following:
        group, _ = the_group(path, when - timedelta(days=1), once_more=True)
    sheet = agenda(group, when)
    say(report.render_json(group, sheet) if form == "json" else report.render(group, sheet, paper()))
