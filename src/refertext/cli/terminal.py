"""What commands share: the terminal, the group's folder."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date
from pathlib import Path

import click

from refertext.reports.escape import one_line, without_commands
from refertext.reports.paper import Paper, unpainted

_MANNERS = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "green", "bold": True},
    "place": {"fg": "cyan"},
    "help": {"bold": True},
    "bold": {"bold": True},
}


class Day(click.ParamType[date]):
    """A day on the command line, written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error."""
        if isinstance(value, date):
            return value
        from pydantic_core import PydanticCustomError

        from refertext.records.days import parse_day

        if not is_text(str(value)):
            self.fail(f"“{value}” is not a date: write YYYY-MM-DD, for example 2026-03-05", param, ctx)
        try:
            return parse_day(str(value))
        except PydanticCustomError as error:
            self.fail(f"{error.message()}: write YYYY-MM-DD, for example 2026-03-05", param, ctx)


def is_text(value: str) -> bool:
    """Whether what was typed is text, and not bytes that nobody can read."""
    return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)


def paper() -> Paper:
    """What stdout is: its width, and colours only on a terminal that wants them."""
    is_terminal = sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    wanted = is_terminal and not os.environ.get("NO_COLOR")
    return Paper(shutil.get_terminal_size().columns, _painted if wanted else unpainted)


def _painted(text: str, manner: str) -> str:
    return click.style(text, **_MANNERS[manner])  # type: ignore[arg-type]


def say(text: str) -> None:
    """Writes a whole output to stdout, at once, and makes sure that it is out; to a reader who has gone, nothing."""
    if sys.stdout is None:
        return
    try:
        click.echo(text, nl=False, color=True)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  what is left has no place to go


def note(text: str) -> None:
    """Writes a remark about an output to stderr, on one line."""
    click.echo(without_commands(one_line(text)), err=True)


def group_root(path: str) -> Path:
    """The folder of the group that a path lies in, or a usage error."""
    from refertext.disk import find_root

    start = Path(path)
    root = find_root(start if start.is_dir() else start.parent)
    if root is None:
        raise click.UsageError(
            f"There is no refertext.yml in “{path}” or above it, so this is no group's folder. "
            "Go to the group's folder, or start one with: refertext init"
        )
    return root
