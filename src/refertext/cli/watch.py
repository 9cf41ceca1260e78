"""`refertext watch`."""

from __future__ import annotations

import gc
import sys
import time
from datetime import date
from pathlib import Path

import click

from refertext.cli.loading import of_a_group, the_report
from refertext.cli.stopping import until_stopped
from refertext.cli.terminal import group_root, paper

_EPILOG = """\b
Examples:
  refertext watch           check now, and again with each save
  refertext watch --poll    where changes are not noticed: network folders, some containers

Nothing is ever written, nothing in the folder is run. Ctrl-C stops it."""
_A_WHILE = 1.0  # seconds; on Windows nothing else can interrupt a wait


@click.command("watch", epilog=_EPILOG)
@click.option("--poll", is_flag=True, help="Look twice a second what changed, instead of being told by the system.")
@of_a_group
def command(poll: bool, path: str, as_of: date | None) -> None:
    """Check the group's files, and again with each save, until you stop it."""
    try:
        from refertext.watch import OF_CHECK, watching
    except ImportError as error:
        raise click.ClickException(
            f"Watching needs {error.name}, which is not installed. Install it with: pip install 'refertext[site]'"
        ) from None
    root = group_root(path)
    with until_stopped(), watching(root, OF_CHECK, poll=poll) as saves:
        while _said(root, as_of):
            gc.collect()  # commands do without; this one goes on
            while not saves.wait(_A_WHILE):
                pass


def _said(root: Path, as_of: date | None) -> bool:
    """Says what check finds, below a line with the time; whether anybody still listens."""
    from refertext.reports import plain

    sheet = paper()
    line = f"── {time.strftime('%H:%M:%S')} ".ljust(sheet.columns, "─")
    try:
        click.echo(f"{sheet.style(line, 'bold')}\n\n{plain.render(the_report(root, as_of), sheet)}", color=True)
        sys.stdout.flush()
    except BrokenPipeError:
        return False
    return True
