"""`refertext serve`."""

from __future__ import annotations

import errno
import time
from datetime import date
from typing import TYPE_CHECKING

import click

from refertext.cli.loading import of_a_group
from refertext.cli.stopping import until_stopped
from refertext.cli.terminal import group_root

if TYPE_CHECKING:
    from refertext.serving import Shown

_EPILOG = """\b
Examples:
  refertext serve                       the site for everybody, at http://127.0.0.1:8000/
  refertext serve --audience members    as members see it
  refertext serve --port 0              at any free port
  refertext serve --poll                where changes are not noticed: network folders, some containers

Only this machine can open it. Nothing is written into the group's folder. mkdocs.yml and templates/ are part of the
group and are run, unless --safe is given. What is in private/ is never read. Ctrl-C stops it."""


@click.command("serve", epilog=_EPILOG)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
@click.option(
    "--audience",
    type=click.Choice(["public", "members"]),
    help="For whom; else what mkdocs.yml or refertext.yml says, else public.",
)
@click.option("--safe", is_flag=True, help="Run nothing of the group: fixed configuration, packaged templates.")
@click.option("--poll", is_flag=True, help="Look twice a second what changed, instead of being told by the system.")
@of_a_group
def command(port: int, audience: str | None, safe: bool, poll: bool, path: str, as_of: date | None) -> None:
    """Show the group's site in a browser, built again and reloaded with each save.

    What is wrong is told on the page. While a file cannot be read, or the site not be built, the last good one stays.
    """
    try:
        from refertext.mkdocs_plugin import Asked
        from refertext.serving import serve
        from refertext.site.audience import Audience
    except ImportError as error:
        raise click.ClickException(
            f"Serving needs {error.name}, which is not installed. Install it with: pip install 'refertext[site]'"
        ) from None
    asked = Asked(Audience(audience) if audience else None, as_of, safe)
    try:
        with until_stopped():
            serve(group_root(path), asked, port, poll=poll, begun=_begun, built=_built)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise click.UsageError(
            f"Port {port} is not free: another program has it. Give another one with --port, or any free one "
            "with --port 0."
        ) from None
    click.echo("Stopped.", err=True)


def _begun(address: str) -> None:
    click.echo(f"The site is at {address} – stop with Ctrl-C.", err=True)


def _built(shown: Shown) -> None:
    """One line for each build, and what is wrong."""
    click.echo(f"{time.strftime('%H:%M:%S')}  {shown.heading or f'{len(shown.files):,} files built.'}", err=True)
    for trouble in shown.troubles:
        click.echo(f"          {f'{trouble.place}: ' if trouble.place else ''}{trouble.message}", err=True)
