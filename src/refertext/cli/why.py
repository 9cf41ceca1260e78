"""`refertext why`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from refertext.cli.loading import as_text_or, finder_of, member_id, of_a_group, the_group
from refertext.cli.terminal import paper, say
from refertext.cli.windows import in_a_window, window_of

if TYPE_CHECKING:
    from refertext.group import Group
    from refertext.measures import Measure, Subject
    from refertext.records import Duration

_EPILOG = """\b
Examples:
  refertext why attendance kit-larsen               a member's number, and the meetings behind it
  refertext why contributions kit-larsen brian-cho  what Kit gave to Brian
  refertext why next-fixed                          a number of the whole group
  refertext why conversion kit --over "26 weeks"    over another time

“refertext explain” lists the measures."""


@click.command("why", epilog=_EPILOG)
@click.argument("measure")
@click.argument("subject", nargs=-1, metavar="[MEMBER [OTHER]]")
@in_a_window
@as_text_or("json")
@of_a_group
def command(
    measure: str,
    subject: tuple[str, ...],
    over: Duration | None,
    since: date | None,
    until: date | None,
    form: str,
    path: str,
    as_of: date | None,
) -> None:
    """Show a number, how it comes about, and every record behind it.

    Of a MEMBER, of a pair (the first one's view), or of the whole group when nobody is named.
    """
    from refertext.commitments import promise_verdicts, verdicts
    from refertext.measures import facts
    from refertext.reports import why

    chosen = measure_called(measure)
    group, root = the_group(path, as_of, private=True)
    whom = _subject(group, chosen, subject)
    known = facts(group)
    value = chosen.of(known, whom, window_of(group, over, since, until))
    agreed = [
        verdict
        for verdict in (*verdicts(group), *promise_verdicts(group))
        if group.is_recent(verdict.day)
        and verdict.subject == whom
        and verdict.tried
        and verdict.tried.value.measure is chosen
    ]
    finder = finder_of(group, root)
    if form == "json":
        say(why.render_json(known, value, agreed, finder))
    else:
        say(why.render(known, value, agreed, finder, paper()))


def measure_called(name: str) -> Measure:
    """The measure of that name, or a usage error with the nearest one."""
    from refertext.measures.registry import all_measures
    from refertext.records import nearest

    measures = all_measures()
    if name not in measures:
        near = nearest(name, measures)
        meant = f" Did you mean {near}?" if near else ""
        raise click.UsageError(f"There is no measure “{name}”.{meant} “refertext explain” lists them all.")
    return measures[name]


def _subject(group: Group, measure: Measure, texts: tuple[str, ...]) -> Subject:
    """Whom the texts mean: nobody or `group` stands for the whole group."""
    from refertext.measures import GROUP, Subject
    from refertext.text.wording import listed

    if len(texts) == 1 and "+" in texts[0]:
        texts = tuple(texts[0].split("+", 1))
    if len(texts) > 2:
        raise click.UsageError("A number is one member's, a pair's or the group's: write two members at most.")
    subject = GROUP if texts in ((), ("group",)) else Subject(tuple(member_id(group, text) for text in texts))
    if len(set(subject.ids)) < len(subject.ids):
        raise click.UsageError("A pair is two different members.")
    if subject.kind not in measure.kinds:
        kinds = {"member": "a member", "pair": "two members", "group": "the whole group (write no member)"}
        known = listed([kinds[kind] for kind in kinds if kind in measure.kinds], "or")
        raise click.UsageError(f"{measure.name} is a number of {known}.")
    return subject
