"""`refertext metrics`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refertext.cli.loading import of_a_group, the_group, the_profile
from refertext.cli.terminal import paper, say
from refertext.cli.why import measure_called
from refertext.cli.windows import in_a_window, last_day, window_of

if TYPE_CHECKING:
    from refertext.group import Group
    from refertext.insights.grid import Grid
    from refertext.measures import Facts
    from refertext.records import Duration
    from refertext.reports.located import Report

_EPILOG = """\b
Examples:
  refertext metrics                                  the group's numbers, beside the year before
  refertext metrics --by member --over "26 weeks"    everybody side by side
  refertext metrics --by pair --measure balance      one measure for all pairs
  refertext metrics --by month --format csv          for a spreadsheet
  refertext metrics --profile ground-rules           everybody's score, and the cheapest way up
  refertext metrics --with my-draft.md               who would fall short of the agreement you drafted there"""


@click.command("metrics", epilog=_EPILOG)
@click.option(
    "--by",
    type=click.Choice(["group", "member", "pair", "month"]),
    default="group",
    show_default=True,
    help="Whose numbers.",
)
@click.option("--measure", "measures", multiple=True, metavar="NAME", help="This measure only; may be repeated.")
@in_a_window
@click.option("--profile", metavar="NAME", help="Everybody by the points of this score table.")
@click.option(
    "--with", "draft", type=click.Path(exists=True, dir_okay=False), help="A draft of an agreement to try out."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="Output.",
)
@of_a_group
@click.pass_context
def command(
    context: click.Context,
    by: str,
    measures: tuple[str, ...],
    over: Duration | None,
    since: date | None,
    until: date | None,
    profile: str | None,
    draft: str | None,
    form: str,
    path: str,
    as_of: date | None,
) -> None:
    """Show numbers side by side: the group's, or those of members, pairs or months."""
    if draft is not None:
        if measures or by != "group" or profile is not None or over or since or until:
            raise click.UsageError(
                "--with looks at the last twelve months by itself, and takes no other options but --as-of and --format."
            )
        _try_out(context, draft, form, path, as_of)
        return
    if profile is not None:
        if form == "csv" or measures or by != "group" or over or since:
            raise click.UsageError("--profile takes no --by, --measure, --over, --from and no CSV: its table decides.")
        _rank(profile, until, form, path, as_of)
        return
    from refertext.insights.grid import grid, with_the_whole_month
    from refertext.measures import facts
    from refertext.reports import metrics

    chosen = [measure_called(name) for name in measures]
    kind = "group" if by == "month" else by
    for measure in chosen:
        if kind not in measure.kinds:
            raise click.UsageError(f"{measure.name} is no number of a {kind}: see “refertext explain {measure.name}”.")
    group, _ = the_group(path, as_of)
    known = facts(group)
    window = window_of(group, over, since, until)
    if by == "month" and since is None:
        window = with_the_whole_month(window)
    shown = grid(known, by, window, chosen)
    if form == "csv":
        say(metrics.render_csv(known, shown))
        return
    before = _before(known, shown, over, since)
    written = metrics.render_json(known, shown, before) if form == "json" else ""
    say(written or metrics.render(known, shown, before, paper()))


def _rank(name: str, until: date | None, form: str, path: str, as_of: date | None) -> None:
    """Shows the scores of everybody by a profile, or the group's by one for groups."""
    from refertext.insights.scores.score import ranking, score
    from refertext.measures import GROUP, facts
    from refertext.reports import score as report

    group, _ = the_group(path, as_of)
    chosen = the_profile(group, name)
    known, last = facts(group), last_day(group, until)
    if chosen.subject == "group":
        one = score(known, chosen, GROUP, last)
        say(report.render_json(known, chosen, [one]) if form == "json" else report.render(known, one, paper()))
        return
    scores = ranking(known, chosen, last)
    shown = report.render_ranking(known, chosen, scores, paper())
    say(report.render_json(known, chosen, scores) if form == "json" else shown)


def _before(facts: Facts, shown: Grid, over: Duration | None, since: date | None) -> Grid | None:
    """The group's numbers of the time before; None where nothing was recorded then, and of a grid by anything else."""
    from refertext.insights.grid import grid
    from refertext.insights.on_record import time_before
    from refertext.measures.window import A_YEAR

    before = None if shown.by != "group" else time_before(facts, shown.window, over or (None if since else A_YEAR))
    return grid(facts, shown.by, before, shown.measures) if before else None


def _try_out(context: click.Context, draft: str, form: str, path: str, as_of: date | None) -> None:
    """Shows who would fall short of a draft; what is wrong with the draft itself comes first, and ends with exit 1."""
    from refertext.check import found_about
    from refertext.disk import read_as, read_text
    from refertext.insights.what_if import what_if
    from refertext.reports import what_if as report

    file = f"agreements/{Path(draft).name}"
    source = read_as(Path(draft), file)
    group, root = the_group(path, as_of, more=source)
    text = source.data.decode("utf-8", "replace")
    faults = _faults(group, file, draft, lambda name: text if name == file else read_text(root, name))
    if faults.findings:
        _tell(faults, form)
        context.exit(1)
    agreement = group.agreements.get(Path(draft).stem)
    if agreement is None:
        raise click.UsageError(f"“{draft}” is no agreement: write the name of a .md or .yml file that holds one.")
    found = what_if(group, agreement, found_about(group))
    if form == "table":
        say(report.render(group, agreement, draft, found, paper()))
    else:
        say(report.render_csv(found) if form == "csv" else report.render_json(group, agreement, draft, found))


def _faults(group: Group, file: str, draft: str, read: Callable[[str], str | None]) -> Report:
    """The errors in a file of a group, under the name by which the draft was given."""
    from refertext.check import check
    from refertext.problem import Severity
    from refertext.reports.located import report

    found = [one for one in check(group) if one.problem.place.file == file and one.severity is Severity.ERROR]
    told = report(group, found, read)
    return replace(told, findings=tuple(one._replace(spot=one.spot._replace(file=draft)) for one in told.findings))


def _tell(faults: Report, form: str) -> None:
    """Tells what is wrong with a draft; beside a table for spreadsheets, where it does not get into it."""
    from refertext.reports import json_object, plain

    if form == "json":
        say(json_object.render(faults))
    elif form == "csv":
        click.echo(plain.render(faults, paper()), err=True, nl=False)
    else:
        say(plain.render(faults, paper()))
