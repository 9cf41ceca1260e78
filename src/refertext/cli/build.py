"""`refertext build`."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refertext.cli.loading import of_a_group
from refertext.cli.terminal import group_root

if TYPE_CHECKING:
    from refertext.mkdocs_plugin import Asked

_EPILOG = """\b
Examples:
  refertext build                           the site for everybody, in site/
  refertext build --audience members        with numbers, verdicts and referrals, for the members alone
  refertext build --out /tmp/preview        somewhere else
  refertext build --single-file group.html  one file, to mail or to drop into a chat
  refertext build --safe                    of a group you do not know: nothing of it is run

mkdocs.yml and what stands in templates/ are part of the group and are run, as MkDocs does. With --safe neither is.
Exit codes: 0 the site was built, 1 it could not be built and the last one stays, 2 the request was wrong."""


@click.command("build", epilog=_EPILOG)
@click.option(
    "--audience",
    type=click.Choice(["public", "members"]),
    help="For whom; else what mkdocs.yml or refertext.yml says, else public.",
)
@click.option("--safe", is_flag=True, help="Run nothing of the group: fixed configuration, packaged templates.")
@click.option("--out", type=click.Path(file_okay=False), metavar="DIR", help="Where to; else site/ in the group.")
@click.option("--single-file", "file", type=click.Path(dir_okay=False), metavar="FILE", help="All pages in one file.")
@of_a_group
def command(audience: str | None, safe: bool, out: str | None, file: str | None, path: str, as_of: date | None) -> None:
    """Build the group's site: pages that everybody can read, from the group's files."""
    try:
        from refertext import mkdocs_plugin
        from refertext.site.audience import Audience
    except ImportError as error:
        raise click.ClickException(
            f"Building needs {error.name}, which is not installed. Install it with: pip install 'refertext[site]'"
        ) from None
    if out and file:
        raise click.UsageError("Give either --out or --single-file, since one file needs no folder.")
    root = group_root(path)
    asked = mkdocs_plugin.Asked(Audience(audience) if audience else None, as_of, safe)
    try:
        if file:
            _build_file(root, Path(file), asked)
        else:
            _build_folder(root, Path(out).absolute() if out else root / "site", asked)
    except mkdocs_plugin.BuildError as error:
        raise click.ClickException(f"{error} The last site stays as it was.") from None


def _build_folder(root: Path, target: Path, asked: Asked) -> None:
    from refertext.disk import put_in_place
    from refertext.mkdocs_plugin import build

    _refuse_other_folders(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=target.parent) as made:
        new = Path(made) / "new"
        number = build(root, new, asked).pages
        put_in_place(new, target, Path(made) / "old")
    click.echo(f"{number:,} pages in {_shown(target)}. Open {_shown(target / 'index.html')} in a browser.", err=True)


def _build_file(root: Path, target: Path, asked: Asked) -> None:
    from refertext.disk import write_over
    from refertext.mkdocs_plugin import build_single

    text = build_single(root, asked)
    write_over(target, text)
    click.echo(f"The whole site in {_shown(target)}, {len(text.encode()) / 1e6:.1f} MB.", err=True)


def _refuse_other_folders(target: Path) -> None:
    """Refuses to empty a folder that holds something else than a site."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise click.UsageError(f"“{target}” is no folder. Give --out another one.")
    own = {"index.html", "search-index.js", "404.html"}
    names = {name for name in os.listdir(target) if not name.startswith(".")} if target.is_dir() else set()
    if names and not own <= names:
        raise click.UsageError(
            f"“{target}” holds other things than a site, which would be lost. Give --out another one."
        )


def _shown(path: Path) -> str:
    """A path as seen from here, where that is shorter."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
