"""`refertext check`."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refertext.cli.loading import the_report
from refertext.cli.terminal import Day, group_root, paper, say

if TYPE_CHECKING:
    from refertext.reports.located import Report
    from refertext.rules.rule import Rule

_EPILOG = """\b
Examples:
  refertext check                          check the group you are in
  refertext check --rule same-seat         look for one thing only
  refertext check --as-of 2026-06-30       as it was at the end of June
  refertext check --format github          in a GitHub workflow

Exit codes: 0 no errors, 1 errors (or warnings with --fail-on warning), 2 the request was wrong."""


@click.command("check", epilog=_EPILOG)
@click.argument("path", default=".", type=click.Path(exists=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Output.",
)
@click.option("--as-of", type=Day(), help="The day to look from; else as_of of the settings, else today.")
@click.option("--rule", "rules", multiple=True, metavar="NAME", help="Run this rule only; may be given again.")
@click.option(
    "--family",
    "families",
    multiple=True,
    metavar="NAME",
    help="Run the rules of this family; may be repeated.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="What makes exit 1.",
)
@click.pass_context
def command(
    context: click.Context,
    path: str,
    form: str,
    as_of: date | None,
    rules: tuple[str, ...],
    families: tuple[str, ...],
    fail_on: str,
) -> None:
    """Check the group's files and say what to mend.

    PATH is the group's folder or anything in it. Nothing is ever written, nothing in the folder is run.
    """
    from refertext.problem import Severity
    from refertext.text import HAS_LIBYAML

    root = group_root(path)
    chosen = _chosen(rules, families)
    result = the_report(root, as_of, chosen)
    if not HAS_LIBYAML:
        click.echo("Reading is slow here, because PyYAML lacks libyaml. “refertext doctor” says what to do.", err=True)
    _write(result, form, root)
    failing = [Severity.ERROR, Severity.WARNING] if fail_on == "warning" else [Severity.ERROR]
    context.exit(1 if any(result.count(severity) for severity in failing) else 0)


def _chosen(names: tuple[str, ...], families: tuple[str, ...]) -> list[Rule] | None:
    """The rules asked for; None stands for all."""
    from refertext.records import nearest
    from refertext.rules.registry import all_rules

    if not names and not families:
        return None
    known = all_rules()
    for kind, asked, there in (
        ("rule", names, list(known)),
        ("family", families, [r.family for r in known.values()]),
    ):
        for name in asked:
            if name not in there:
                near = nearest(name, there)
                meant = f" Did you mean {near}?" if near else ""
                raise click.UsageError(f"There is no {kind} “{name}”.{meant} “refertext explain” lists them all.")
    return [rule for rule in known.values() if rule.name in names or rule.family in families]


def _write(result: Report, form: str, root: Path) -> None:
    from refertext.disk import append
    from refertext.reports import github, json_object, plain

    if form == "json":
        say(json_object.render(result))
    elif form == "github":
        workspace = os.environ.get("GITHUB_WORKSPACE") or Path.cwd()
        prefix = Path(os.path.relpath(root, workspace)).as_posix()
        say(github.render(result, "" if prefix == "." else f"{prefix}/"))
        if summary_file := os.environ.get("GITHUB_STEP_SUMMARY"):
            append(summary_file, github.summary(result))
    else:
        say(plain.render(result, paper()))
