"""`refertext explain`."""

from __future__ import annotations

import click

from refertext.cli.terminal import paper, say

_EPILOG = """\b
Examples:
  refertext explain                 list every rule and every measure
  refertext explain same-seat       show one rule's page
  refertext explain attendance      show how a measure is defined"""


@click.command("explain", epilog=_EPILOG)
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Show what a rule looks for, or how a measure is defined; without NAME, list them all."""
    from refertext.measures.registry import all_measures
    from refertext.records import nearest
    from refertext.records.profile import PACKAGED
    from refertext.reports import pages
    from refertext.rules.registry import all_rules

    rules, measures = all_rules(), all_measures()
    if name is None:
        say(pages.index(rules.values(), measures.values(), paper()))
    elif name in rules:
        say(pages.page(rules[name], paper()))
    elif name in measures:
        say(pages.measure_page(measures[name], paper()))
    else:
        if name in PACKAGED:
            raise click.UsageError(f"{name} is a score table: “refertext metrics --profile {name}” shows it at work.")
        near = nearest(name, [*rules, *measures])
        meant = f" Did you mean {near}?" if near else ""
        raise click.UsageError(f"There is no rule or measure “{name}”.{meant} “refertext explain” lists them all.")
