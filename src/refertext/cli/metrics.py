"""`refertext metrics`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refertext.cli.loading import of_a_group, the_group, the_profile
from refertext.cli.terminal import paper, say
from refertext.cli.why import measure_called
from refertext.cli.windows import in_a_window, window_of

if TYPE_CHECKING:
    from refertext.group import Group
    from refertext.measures import Window
    from refertext.records import Duration
    from refertext.reports.located import Report

_EPILOG = """\b
Examples:
  refertext metrics                                  the group's numbers, beside the year before
  refertext metrics --by member --over "26 weeks"    everybody side by side
  refertext metrics --by pair --measure balance      one measure for all pairs
  refertext metrics --by month --format csv          for a spreadsheet
  refertext metrics --profile ground-rules           everybody's score, and the cheapest way up
  refertext metrics --with agreements/draft.md       who would fall short of a new rule"""


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
    if draft:
        if form != "table" or measures or by != "group" or profile or over or since or until:
            raise click.UsageError(
                "--with looks at the last twelve months by itself, and takes no other option but --as-of."
            )
        _try_out(context, draft, path, as_of)
        return
    if profile:
        if form == "csv" or measures or by != "group" or over or since:
            raise click.UsageError("--profile takes no --by, --measure, --over, --from and no CSV: its table decides.")
        _rank(profile, until, form, path, as_of)
        return
    from refertext.insights.grid import grid
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
    shown = grid(known, by, window, chosen)
    if form == "json":
        say(metrics.render_json(known, shown))
    elif form == "csv":
        say(metrics.render_csv(known, shown))
    else:
        before = grid(known, by, _before(window), chosen) if by == "group" else None
        say(metrics.render(known, shown, before, paper()))


def _rank(name: str, until: date | None, form: str, path: str, as_of: date | None) -> None:
    """Shows the scores of everybody by a profile, or the group's by one for groups."""
    from refertext.insights.scores.score import ranking, score
    from refertext.measures import GROUP, facts
    from refertext.reports import score as report

    group, _ = the_group(path, as_of)
    chosen = the_profile(group, name)
    known = facts(group)
    if chosen.subject == "group":
        one = score(known, chosen, GROUP, until)
        say(report.render_json(known, chosen, [one]) if form == "json" else report.render(known, one, paper()))
        return
    scores = ranking(known, chosen, until)
    shown = report.render_ranking(known, chosen, scores, paper())
    say(report.render_json(known, chosen, scores) if form == "json" else shown)


def _before(window: Window) -> Window:
    """The same number of days before a window."""
    return replace(window, first=window.first - timedelta(days=window.days), last=window.first - timedelta(days=1))


def _try_out(context: click.Context, draft: str, path: str, as_of: date | None) -> None:
    """Shows who would fall short of a draft; what is wrong with the draft itself comes first, and ends with exit 1."""
    from refertext.disk import read_as, read_text
    from refertext.insights.what_if import what_if
    from refertext.reports import plain
    from refertext.reports import what_if as report

    file = f"agreements/{Path(draft).name}"
    source = read_as(Path(draft), file)
    group, root = the_group(path, as_of, more=source)
    faults = _faults(
        group, file, lambda name: source.data.decode("utf-8", "replace") if name == file else read_text(root, name)
    )
    if faults.findings:
        say(plain.render(faults, paper()))
        context.exit(1)
    agreement = group.agreements[Path(draft).stem]
    say(report.render(group, agreement, what_if(group, agreement), paper()))


def _faults(group: Group, file: str, read: Callable[[str], str | None]) -> Report:
    """The errors in a file of a group."""
    from refertext.check import check
    from refertext.problem import Severity
    from refertext.reports.located import report

    found = [one for one in check(group) if one.problem.place.file == file and one.severity is Severity.ERROR]
    return report(group, found, read)
