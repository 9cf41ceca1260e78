"""`refertext doctor`."""

from __future__ import annotations

import platform
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refertext import __version__
from refertext.cli.terminal import paper, say
from refertext.clock import today
from refertext.git import Situation, State, state
from refertext.reports.escape import one_line, without_commands
from refertext.reports.words import counted
from refertext.text.wording import listed

if TYPE_CHECKING:
    from refertext.reports.paper import Paper

_EPILOG = """\b
Examples:
  refertext doctor             look at this computer and the group you are in
  refertext doctor my-group    the same for another group

Exit codes: 0 all that checking needs is there, 1 something that it needs is missing, 2 the request was wrong."""

_NO_GIT = {
    Situation.NOT_INSTALLED: (
        "git is not installed. Checking works without it; keeping earlier versions and working on the files together "
        "does not. Get it from https://git-scm.com"
    ),
    Situation.NO_REPOSITORY: (
        "git {version}: this folder is in no repository. Checking works without one; keeping earlier versions and "
        "working on the files together does not. To make one: git init"
    ),
    Situation.NOT_TRUSTED: (
        "git {version}: this folder belongs to another user of the computer, so git does not look into it. Checking "
        "works; working on the files together does not. How to allow it is said by: git status"
    ),
    Situation.FAILED: "git {version} could not say how things stand: {said}. Checking works without it.",
}
_MANNERS = {"ok": "note", "note": "warning", "missing": "error"}
_INDENT = 9


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing that was looked at: `ok`, a `note`, or `missing`; `vital` when checking needs it."""

    mark: str
    said: str
    vital: bool = False


@click.command("doctor", epilog=_EPILOG)
@click.argument("path", default=".", type=click.Path(exists=True))
@click.pass_context
def command(context: click.Context, path: str) -> None:
    """Say what is installed, what is missing, what for, and what to do about it.

    PATH is the group's folder or anything in it. Nothing is written or sent anywhere.
    """
    from refertext.disk import find_root

    start = Path(path) if Path(path).is_dir() else Path(path).parent
    root = find_root(start)
    lines = [_versions(), _libyaml(), *_zones_and_group(root, path), *_git(state(root or start)), _site(), _terminal()]
    works = not any(line.vital for line in lines)
    closing = (
        "Checking works: nothing that it needs is missing."
        if works
        else "Checking does not work yet: mend first what is missing for it."
    )
    sheet = paper()
    say(without_commands("\n".join([*(_laid_out(line, sheet) for line in lines), "", closing]) + "\n"))
    context.exit(0 if works else 1)


def _laid_out(line: _Line, sheet: Paper) -> str:
    text = textwrap.fill(
        one_line(line.said),
        sheet.columns,
        initial_indent=f"{line.mark:<{_INDENT}}",
        subsequent_indent=" " * _INDENT,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return sheet.style(line.mark, _MANNERS[line.mark]) + text[len(line.mark) :]


def _versions() -> _Line:
    packages = (("Click", "click"), ("PyYAML", "PyYAML"), ("pydantic", "pydantic"))
    versions = [f"{name} {metadata.version(package)}" for name, package in packages]
    return _Line("ok", f"refertext {__version__}, Python {platform.python_version()}, {', '.join(versions)}")


def _site() -> _Line:
    names = ("mkdocs", "Jinja2", "markdown-it-py", "nh3", "icalendar", "watchdog")
    missing = []
    versions = []
    for name in names:
        try:
            versions.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            missing.append(name)
    if not missing:
        return _Line("ok", f"the site can be built: {', '.join(versions)}")
    lacking = f"“refertext build” and “refertext serve” lack {listed(missing)}"
    return _Line("note", f"{lacking}. To get all that they need: pip install 'refertext[site]'")


def _libyaml() -> _Line:
    from refertext.text import HAS_LIBYAML

    if HAS_LIBYAML:
        return _Line("ok", "libyaml: files are read at full speed")
    return _Line(
        "note",
        "libyaml is not there: checking works, but reading takes about twenty times as long. "
        "To get it: pip install --force-reinstall --only-binary :all: PyYAML",
    )


def _zones_and_group(root: Path | None, path: str) -> Iterator[_Line]:
    from zoneinfo import available_timezones

    zones = len(available_timezones())
    if zones:
        yield _Line("ok", f"time zones: {zones} known")
    else:
        missing = "time zones are unknown here, and checking needs them to say what day it is: pip install tzdata"
        yield _Line("missing", missing, vital=True)
    if root is None:
        missing = f"no group: there is no refertext.yml in “{path}” or above it, and checking needs one. "
        yield _Line("missing", missing + "Go to the group's folder, or start one with: refertext init", vital=True)
    elif zones:
        yield from _group(root)


def _group(root: Path) -> Iterator[_Line]:
    from refertext.disk import read_group
    from refertext.group import load

    sources = read_group(root)
    group = load([next(sources)], today)
    files = unread = 0
    for source in sources:
        unread += source.flaw is not None
        files += source.flaw is None
    yield _Line(
        "ok", f"group: {group.settings.group}, in {root}, as of {group.as_of}, {counted(files, 'file')} of records"
    )
    faults = [
        name for name, faulty in (("refertext.yml", any(group.flaws.values())), ("other files", unread)) if faulty
    ]
    if faults:
        yield _Line("note", f"group: there is something to mend in {' and '.join(faults)}: refertext check says what")


def _git(found: State) -> Iterator[_Line]:
    if found.situation is Situation.REPOSITORY:
        yield from _repository(found)
    else:
        yield _Line("missing", _NO_GIT[found.situation].format(version=found.version, said=found.said))


def _repository(found: State) -> Iterator[_Line]:
    changed = f"{counted(found.changed, 'changed file')} not yet committed" if found.changed else "nothing uncommitted"
    if found.branch:
        yield _Line("ok", f"git {found.version}: on branch {found.branch}, {changed}")
    else:
        yield _Line(
            "note",
            f"git {found.version}: {changed}, but no branch is checked out (“detached”), so what is committed now is "
            "easily lost. To go to a branch: git switch main",
        )
    if not found.has_commits:
        yield _Line(
            "note",
            "git: nothing is committed yet, so there is no earlier version to go back to. "
            'To begin: git add . && git commit -m "The group begins"',
        )
    if found.shallow:
        yield _Line(
            "note",
            "git: only the latest part of the history is here (“shallow”). Checking works; to look back further: "
            "git fetch --unshallow",
        )


def _terminal() -> _Line:
    encoding = sys.stdout.encoding or "unknown"
    if encoding.lower().replace("-", "").replace("_", "") == "utf8":
        return _Line("ok", f"terminal: {encoding}")
    return _Line(
        "note",
        f"terminal: its encoding is {encoding}, so some letters are shown as codes such as \\xe9. "
        "To see them: set PYTHONUTF8=1 and, on Windows, run chcp 65001",
    )
