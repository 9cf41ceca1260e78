"""The command line: as thin as it can be. Commands are imported when they are called, so that starting is quick."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import click

from refertext import __version__

_COMMANDS = {
    "advance": "Record the next step of a referral.",
    "agenda": "Print the sheet for the next group meeting.",
    "attend": "Record who attended a group meeting, and how.",
    "build": "Build the group's site.",
    "check": "Check the group's files and say what to mend.",
    "doctor": "Say what is installed, what is missing, and what for.",
    "due": "Say what is owed to whom by when, the cheapest step first.",
    "evaluate": "Record what the last cycle of two partners taught.",
    "explain": "Show what a rule looks for, or how a measure is defined.",
    "fit": "Show how a candidate fits: whose seat it touches, what there is to gain, what to do next.",
    "fmt": "Write files in canonical form: keys in order, one a line.",
    "init": "Start a new group in a folder.",
    "log": "Turn slips, lines of text, into records.",
    "match": "Show prospects whom one member knows and another would want, and why.",
    "metrics": "Show numbers side by side: the group's, or those of members, pairs or months.",
    "new": "Start a record: a member, a referral, a meeting, …",
    "plan": "Plan the cycle of two partners: contacts, plans, what they became.",
    "rename": "Give a record another id, and everything that names it follows.",
    "resolve": "Record that something is done, or a concern is settled.",
    "schema": "Print JSON Schemas, for editors that complete and check while you type.",
    "serve": "Show the site on this machine, and again with each save.",
    "set": "Set one value in a record, and touch nothing else.",
    "sign": "Record that a member says yes to an agreement.",
    "status": "Say how the group, or one member, is doing.",
    "thank": "Record that somebody was thanked for a referral.",
    "watch": "Check the group's files again with each save.",
    "why": "Show a number, how it comes about, and every record behind it.",
}


class _Commands(click.Group):
    """Commands by name, imported one by one. What they refuse is said on one line, whatever was asked."""

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        with _harmless_refusals():
            return super().make_context(*arguments, **options)

    def invoke(self, context: click.Context) -> Any:
        with _harmless_refusals():
            return super().invoke(context)

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"refertext.cli.{name}").command
        return command

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@contextmanager
def _harmless_refusals() -> Iterator[None]:
    """Spells out what would steer a terminal, or a forge that keeps the log, in the words of an error."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise  # its words are the help, in many lines
    except click.UsageError as error:
        raise click.UsageError(_harmless(error), error.ctx) from None
    except click.ClickException as error:
        raise type(error)(_harmless(error)) from None  # with its exit code


def _harmless(error: click.ClickException) -> str:
    from refertext.reports.escape import one_line, without_commands

    return without_commands(one_line(error.format_message()))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: refertext init my-group",
)
@click.version_option(__version__, message="refertext %(version)s")
def refertext() -> None:
    """Run a referral group from plain text files: who holds which seat, what was promised, what became of it."""


def main(**options: Any) -> None:
    """The entry point: an output that cannot be written is one line on stderr and exit 2, never a traceback.

    A command reads, computes, says and ends, and what it read stays to the end: looking for garbage meanwhile costs a
    third of the time, and once more at the end a tenth.
    """
    gc.disable()
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # nobody else's code has a part in reading records
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        refertext(prog_name="refertext", **options)
    except OSError as error:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  what is left in the buffer has no place
        with suppress(OSError):
            click.echo(f"refertext: {error.strerror or error}", err=True)
        raise SystemExit(2) from None
    finally:
        gc.freeze()
