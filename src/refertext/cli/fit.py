"""`refertext fit`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from refertext.cli.loading import as_text_or, member_id, of_a_group, the_group, who_is_not_to_be_contacted
from refertext.cli.terminal import paper, say

if TYPE_CHECKING:
    from refertext.group import Group
    from refertext.records import Member

_EPILOG = """\b
Examples:
  refertext fit dana-wolfe                        before the lunch, and before the vote
  refertext fit dana --format json                for a page or a spreadsheet
  refertext fit tom-vega --as-of 2026-03-11       as it was before a member joined"""


@click.command("fit", epilog=_EPILOG)
@click.argument("candidate", metavar="CANDIDATE")
@as_text_or("json")
@of_a_group
def command(candidate: str, form: str, path: str, as_of: date | None) -> None:
    """Show how a candidate would fit, and what to do next.

    Whose seat theirs would touch and who must agree, the six questions, who would be an ideal partner, who knows them,
    and the way so far. For members of the group only: do not pass it on to the candidate.
    """
    from refertext.insights.matches.fit import fit
    from refertext.reports import fit as report
    from refertext.reports import fit_json

    group, _ = the_group(path, as_of, private=who_is_not_to_be_contacted)
    member = group.members[member_id(group, candidate)]
    if not member.is_candidate_on(group.as_of):
        raise click.UsageError(_no_candidate(group, member))
    application = report.Application.of(group, fit(group, member.id))
    say(fit_json.render(application) if form == "json" else report.render(application, paper()))


def _no_candidate(group: Group, member: Member) -> str:
    from refertext.group.memberships import present_since

    since = present_since(member, group.as_of)
    if since is None:
        return (
            f"{member.name} left on {member.last_day} and is no candidate. If they apply again, write that time under "
            f"earlier: in {member.file}, and take out joined: and left:."
        )
    return (
        f"{member.name} has been a member since {since}, and this is about candidates. “refertext check --family "
        f"seats” says whose seat theirs touches; --as-of {since - timedelta(days=1)} looks back to before they joined."
    )
