"""Options that say in which window to look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

import click

from refertext.cli.terminal import Day

if TYPE_CHECKING:
    from refertext.group import Group
    from refertext.measures import Window
    from refertext.records import Duration

F = TypeVar("F", bound=Callable[..., Any])


class Length(click.ParamType["Duration"]):
    """A length of time on the command line, such as `26 weeks` or `4 meetings`."""

    name = "LENGTH"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Duration:
        """The length, or a usage error."""
        from pydantic_core import PydanticCustomError

        from refertext.records.lengths import parse_duration

        try:
            return parse_duration(str(value))
        except PydanticCustomError as error:
            self.fail(f"{error.message()}: write for example “26 weeks” or “4 meetings”.", param, ctx)


def in_a_window(command: F) -> F:
    """Adds the options `--over`, `--from` and `--until`."""
    for option in (
        click.option("--until", type=Day(), help="The last day; else the as-of day."),
        click.option("--from", "since", type=Day(), help="The first day, instead of --over."),
        click.option("--over", type=Length(), help="How far back to look, for example “26 weeks”; else 12 months."),
    ):
        command = option(command)
    return command


def last_day(group: Group, until: date | None) -> date:
    """The last day of what is asked for, the as-of day where none is; a later one is a usage error."""
    if until and until > group.as_of:
        raise click.UsageError(f"--until {until} is after {group.as_of}, the day this is looked at from (see --as-of).")
    return until or group.as_of


def window_of(group: Group, over: Duration | None, since: date | None, until: date | None) -> Window:
    """The window that is asked for; 12 months up to the as-of day where nothing is. Contradictions are usage errors."""
    from refertext.measures import Window, facts
    from refertext.measures.window import last_year, rolling

    last = last_day(group, until)
    if since and over:
        raise click.UsageError("Write either --over or --from, not both.")
    if since:
        if since > last:
            raise click.UsageError(f"--from {since} is after {last}: write the first day of the window.")
        return Window(since, last)
    if over is None:
        return last_year(last)
    if over.unit == "meetings":
        held = facts(group).meetings.until(last)[-over.count :]
        return Window(held[0].day if held else last + timedelta(days=1), last)
    return rolling(over, last)
