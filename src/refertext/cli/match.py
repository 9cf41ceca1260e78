"""`refertext match`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from refertext.cli.loading import as_text_or, finder_of, member_id, of_a_group, the_group, who_is_not_to_be_contacted
from refertext.cli.terminal import paper, say

if TYPE_CHECKING:
    from refertext.group import Group
    from refertext.records import Member

_EPILOG = """\b
Examples:
  refertext match kit-larsen brian-cho    whom Kit could bring to Brian, and why
  refertext match brian kit               the other way round
  refertext match kit                     whom Kit could bring to anybody
  refertext match kit brian --names       with real names, for your eyes only"""


@click.command("match", epilog=_EPILOG)
@click.argument("knower", metavar="MEMBER")
@click.argument("wanter", metavar="[OTHER]", required=False)
@click.option("--names", "with_names", is_flag=True, help="Show prospects' real names, those in private/ too.")
@as_text_or("json")
@of_a_group
def command(knower: str, wanter: str | None, with_names: bool, form: str, path: str, as_of: date | None) -> None:
    """Show prospects whom MEMBER knows and OTHER would want, with the reasons.

    Without OTHER, of all the others. What counts is what is written: wish lists, ideal clients and seats on one side,
    alias, industry, place and text on the other. Who is in another member's hands is shown with that name; whom a
    competitor of OTHER has is left out. Who does not want to be contacted is never shown; prospects go by their
    aliases, so that the output can be passed on.
    """
    from refertext.reports import match, match_all, match_json

    group, root = the_group(path, as_of, private=with_names or who_is_not_to_be_contacted)
    finder = finder_of(group, root)
    who = _present_member(group, knower)
    if wanter is None:
        if form == "json":
            say(match_json.render_all(group, who, finder, with_names=with_names))
        else:
            say(match_all.render(group, who, paper(), with_names=with_names))
        return
    whom = _present_member(group, wanter)
    if who is whom:
        raise click.UsageError(f"{who.name} cannot bring anybody to themselves: write two different members.")
    pair = match.Pair(group, who, whom, finder, with_names)
    say(match_json.render_pair(pair) if form == "json" else match.render(pair, paper()))


def _present_member(group: Group, text: str) -> Member:
    """The member of the as-of day whom a text means, or a usage error."""
    from refertext.group.non_members import why_no_member

    member = group.members[member_id(group, text)]
    why = why_no_member(member, group.as_of)
    if why is None:
        return member
    more = f" See “refertext fit {member.id}”." if member.is_candidate_on(group.as_of) else ""
    raise click.UsageError(f"{member.name} {why}, so nothing can be handed over on {group.as_of}.{more}")
