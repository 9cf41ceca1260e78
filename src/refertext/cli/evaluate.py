"""`refertext evaluate`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from refertext.cli.asking import ask, is_terminal
from refertext.cli.naming import completed
from refertext.cli.plan import asked_cycle
from refertext.cli.terminal import Day, note
from refertext.cli.writing import Asked, look, write, writes

if TYPE_CHECKING:
    from refertext.drafts import Draft
    from refertext.group import Group

_EPILOG = """\b
Examples:
  refertext evaluate kit brian --went-well "We spoke every week" --change "Ask sooner"
  refertext evaluate kit brian --change "Ask sooner" --next    and begin the next cycle
  refertext evaluate kit brian                                 asks"""


@click.command("evaluate", epilog=_EPILOG)
@click.argument("one", metavar="MEMBER", shell_complete=completed("members"))
@click.argument("other", metavar="PARTNER", shell_complete=completed("members"))
@click.option("--went-well", metavar="TEXT", help="What went well.")
@click.option("--change", metavar="TEXT", help="What to do differently next time.")
@click.option("--on", "day", type=Day(), help="The day on which you talked; else today.")
@click.option("--next", "begin", is_flag=True, help="Begin the next cycle, too; what is not said is as in this one.")
@click.option("--from", "first", type=Day(), help="With --next: its first day.")
@click.option("--until", "last", type=Day(), help="With --next: its last day.")
@click.option("--promise", metavar="WHO=N", multiple=True, help="With --next: what one of them promises.")
@writes
def command(
    one: str,
    other: str,
    went_well: str | None,
    change: str | None,
    day: date | None,
    begin: bool,
    first: date | None,
    last: date | None,
    promise: tuple[str, ...],
    asked: Asked,
) -> None:
    """Record what the last cycle of two partners taught, and begin the next one."""
    from refertext.cli.loading import member_id
    from refertext.drafts.cycles import evaluate

    if (first or last or promise) and not begin:
        raise click.UsageError("--from, --until and --promise are about the next cycle: write --next, too.")
    following = asked_cycle(first, last, promise) if begin else None
    if not (went_well or change) and is_terminal():
        look(asked, lambda group: _asks(group, one, other))
        went_well = ask("What went well?", default="") or None
        change = ask("What do you want to change?", default="") or None

    def draft(group: Group) -> Draft:
        both = member_id(group, one), member_id(group, other)
        return evaluate(group, *both, went_well=went_well, change=change, day=day, following=following)

    write(asked, "evaluate", draft)


def _asks(group: Group, one: str, other: str) -> None:
    """Says of which cycle is asked; a refusal where there is none comes before any question."""
    from refertext.cli.loading import member_id
    from refertext.drafts.cycles import to_evaluate
    from refertext.drafts.pairs import partnership_of
    from refertext.group.pairs import partners
    from refertext.insights.partners.partnerships import called

    partnership = partnership_of(group, member_id(group, one), member_id(group, other))
    _, cycle = to_evaluate(group, partnership)
    note(f"The cycle of {called(group, partners(group, partnership))}, {cycle.from_} until {cycle.until}")
