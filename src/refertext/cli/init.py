"""`refertext init`."""

from __future__ import annotations

import os
import re
import shlex
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, get_args

import click

from refertext.cli.asking import GivenUp, ask, is_terminal
from refertext.cli.terminal import paper, say
from refertext.clock import today
from refertext.records import SETTINGS_FILE
from refertext.records.lengths import Weekday
from refertext.reports.escape import one_line
from refertext.reports.words import counted
from refertext.text.wording import capitalised, listed

if TYPE_CHECKING:
    from refertext.starter import Answers

_EPILOG = """\b
Examples:
  refertext init my-group            ask three questions, then make the group
  refertext init --yes               ask nothing; all of it can be changed later
  refertext init my-group --name "Harbour Partners" --coordinator "Lee Ortiz" \\
    --weekday thursday --timezone America/Denver --currency USD

Exit codes: 0 the group was made, 1 given up at a question, 2 the request was wrong. No file is ever overwritten."""

_WEEKDAY = click.Choice(get_args(Weekday), case_sensitive=False)


class _Refused(click.ClickException):
    """Something outside keeps the group from being made: one line, exit 2."""

    exit_code = 2


class _Name(click.ParamType[str]):
    """A name of a person, a business or a group, on one line."""

    name = "name"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name with single spaces, or a usage error."""
        from refertext.starter import fault_of

        fault = fault_of(str(value))
        if fault:
            self.fail(f"{capitalised(fault)}.", param, ctx)
        return " ".join(str(value).split())


class _Setting(click.ParamType[str]):
    """A value of refertext.yml, refused in the words in which `refertext check` would."""

    def __init__(self, key: str) -> None:
        self.name = key

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value as it is written in the settings, or a usage error."""
        from refertext.records import decode
        from refertext.records.settings import DEFAULTS, Settings

        text = str(value).strip()
        text = text.upper() if self.name == "currency" else text
        for flaw in decode(Settings, {**DEFAULTS, self.name: text}, SETTINGS_FILE)[1]:
            if flaw.place.path == (self.name,):
                self.fail(f"{capitalised(flaw.said)}: {flaw.mend}.", param, ctx)
        return text


@click.command("init", epilog=_EPILOG)
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False))
@click.option("--name", type=_Name(), metavar="TEXT", help="The group's name.")
@click.option("--coordinator", type=_Name(), metavar="TEXT", help="Your name; you become the first member.")
@click.option("--weekday", type=_WEEKDAY, metavar="DAY", help="When you meet, monday to sunday.")
@click.option("--business", type=_Name(), metavar="TEXT", help="Your business; else the group's name.")
@click.option("--timezone", type=_Setting("timezone"), metavar="ZONE", help="Else this computer's, for example UTC.")
@click.option(
    "--currency", type=_Setting("currency"), metavar="CODE", default="USD", show_default=True, help="Of amounts."
)
@click.option("--yes", is_flag=True, help="Ask nothing.")
def command(
    folder: str,
    name: str | None,
    coordinator: str | None,
    weekday: str | None,
    business: str | None,
    timezone: str | None,
    currency: str,
    yes: bool,
) -> None:
    """Start a new group in a folder: settings, your page, a first agreement, examples to copy.

    DIR is the folder, the current one if left out; it is made if there is none. What was not given as an option is
    asked for.
    """
    from refertext.starter import FILES, Answers, starter

    root = Path(folder)
    _refuse_what_is_there(root, FILES)
    _refuse_inside_a_group(root)
    name = name or _ask("What is the group's name?", _name_of(root), _Name(), yes)
    coordinator = coordinator or _ask("What is your name?", _own_name(), _Name(), yes)
    weekday = weekday or _ask("On which day do you meet every week?", "thursday", _WEEKDAY, yes)
    zone = timezone or _zone_of_this_computer()
    answers = Answers(
        group=name,
        coordinator=coordinator,
        business=business or name,
        weekday=weekday,
        timezone=zone,
        currency=currency,
        today=today(zone),
    )
    texts = starter(answers)
    _refuse_what_is_there(root, texts)
    _write(root, texts)
    say("\n".join(_told(root, answers, len(texts))) + "\n")


def _ask(question: str, default: str, kind: click.ParamType[str], yes: bool) -> str:
    if yes:
        return default or "Coordinator"
    try:
        answer: str = ask(question, lambda text: kind.convert(text, None, None), default or None)
    except GivenUp:
        if is_terminal():
            raise
        raise click.UsageError(
            "There is no terminal to ask at: say --name, --coordinator and --weekday, or --yes to be asked nothing."
        ) from None
    return answer


def _name_of(root: Path) -> str:
    """A name for the group, made of the folder's."""
    words = " ".join(re.split(r"[\s_-]+", root.resolve().name)).strip()
    return _taken(words[:1].upper() + words[1:]) or "Our group"


def _own_name() -> str:
    from refertext.git import author

    return _taken(author(Path.cwd()))


def _taken(name: str) -> str:
    from refertext.starter import fault_of

    return "" if fault_of(name) else name


def _zone_of_this_computer() -> str:
    """The time zone that the system names, or UTC."""
    from zoneinfo import ZoneInfo

    linked = os.path.realpath("/etc/localtime").replace(os.sep, "/").partition("/zoneinfo/")[2]
    for zone in (os.environ.get("TZ", "").lstrip(":"), linked):
        try:
            return ZoneInfo(zone).key.removeprefix("Etc/")
        except (KeyError, ValueError, OSError):
            continue
    return "UTC"


def _refuse_inside_a_group(root: Path) -> None:
    """A usage error where the folder belongs to a group already: one group's files would be strays in the other's."""
    from refertext.disk import find_root

    above = find_root(root)
    if above:
        raise click.UsageError(
            f"“{one_line(str(root))}” is inside the group in “{one_line(str(above))}”. Start the new one elsewhere."
        )


def _refuse_what_is_there(root: Path, files: Iterable[str]) -> None:
    """A usage error that names the files that exist already, and what stands where a folder should be."""
    folders = {folder.as_posix(): root / folder for file in files for folder in PurePosixPath(file).parents[:-1]}
    there = [file for file in files if os.path.lexists(root / file)]
    there += [name for name, folder in folders.items() if folder.is_symlink() or folder.is_file()]
    if SETTINGS_FILE in there:
        raise click.UsageError(
            f"In “{one_line(str(root))}” there is a group already, and nothing of it is overwritten. "
            f"To look whether all is in order: refertext check {_as_typed(root)}"
        )
    if there:
        named = [f"“{name}”" for name in there[:3]] + ([f"{len(there) - 3} more"] if len(there) > 3 else [])
        raise click.UsageError(
            f"{listed(named)} would be overwritten, so nothing was written. "
            "Move that away first, or choose an empty folder: refertext init my-group"
        )


def _write(root: Path, texts: Mapping[str, str]) -> None:
    from refertext.disk import create

    try:
        create(root, texts)
    except OSError as error:
        written = sum(os.path.lexists(root / file) for file in texts)
        left = f" {counted(written, 'file was', 'files were')} written before: remove them." if written else ""
        raise _Refused(
            f"“{one_line(str(error.filename or root))}” cannot be written: {error.strerror}.{left} "
            "Choose another folder, for example one in your home folder."
        ) from None


def _told(root: Path, answers: Answers, number: int) -> Iterator[str]:
    """What was made, what was taken for granted, and the next two commands."""
    where = "this folder" if str(root) == "." else f"“{one_line(str(root))}”"
    made = f"{answers.group} has its place in {where}: {number} files. Look at these first:"
    taken = (
        f"Days begin and end in the time zone {answers.timezone}, money is in {answers.currency}, "
        f"you meet every {answers.weekday.capitalize()}: all of that can be changed in {SETTINGS_FILE}."
    )
    columns = paper().columns
    yield from (
        *textwrap.wrap(made, columns),
        "",
        *_first_looks(answers),
        "",
        *textwrap.wrap(taken, columns),
        "",
        "Next:",
    )
    yield from (f"  {next_}" for next_ in _next(root))


def _first_looks(answers: Answers) -> Iterator[str]:
    from refertext.starter import id_of

    files = {
        "README.md": "what is where, how to give a referral",
        SETTINGS_FILE: "the settings: when you meet, which seats there are",
        f"members/{id_of(answers.coordinator)}.md": "your page: put your own trade there",
        "agreements/show-up.md": "a first ground rule; change it as you like",
    }
    widest = max(map(len, files))
    yield from (f"  {file:<{widest}}  {what}" for file, what in files.items())


def _next(root: Path) -> tuple[str, str]:
    from refertext.git import Situation, state

    folder = _as_typed(root)
    situation = state(root).situation
    if situation is Situation.NO_REPOSITORY:
        return f"refertext check {folder}", f"git init {folder}"
    if situation is Situation.REPOSITORY:
        return f"refertext check {folder}", f"git add {folder}"
    return f"refertext check {folder}", f"refertext doctor {folder}"


def _as_typed(root: Path) -> str:
    return shlex.quote(one_line(str(root)))
