"""`refertext explain`."""

from __future__ import annotations

import click

from refertext.cli.terminal import paper, say

_EPILOG = """\b
Examples:
  refertext explain                 list every rule
  refertext explain same-seat       show one rule's page"""


@click.command("explain", epilog=_EPILOG)
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Show what a rule looks for, why, and what to write; without NAME, list all rules."""
    from refertext.records import nearest
    from refertext.reports import pages
    from refertext.rules.registry import all_rules

    rules = all_rules()
    if name is None:
        say(pages.index(rules.values(), paper()))
        return
    if name not in rules:
        near = nearest(name, rules)
        meant = f" Did you mean {near}?" if near else ""
        raise click.UsageError(f"There is no rule “{name}”.{meant} “refertext explain” lists them all.")
    say(pages.page(rules[name], paper()))
