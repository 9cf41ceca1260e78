"""`refertext status`."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import click

from refertext.cli.loading import as_text_or, finder_of, member_id, of_a_group, the_group, the_profile
from refertext.cli.terminal import paper, say

if TYPE_CHECKING:
    from refertext.insights.scores.score import Score
    from refertext.measures import Facts
    from refertext.records import Member

_EPILOG = """\b
Examples:
  refertext status                     how the group is doing
  refertext status kit-larsen          how Kit is doing, what Kit owes and is owed
  refertext status --as-of 2026-06-30  as it was at the end of June"""


@click.command("status", epilog=_EPILOG)
@click.argument("member", required=False)
@as_text_or("json")
@of_a_group
def command(member: str | None, form: str, path: str, as_of: date | None) -> None:
    """Say how the group is doing: numbers, commitments, partnerships, what is due. Or how one MEMBER is doing."""
    from refertext.check import check, rule_commitments
    from refertext.commitments import promise_verdicts, verdicts
    from refertext.measures import facts
    from refertext.reports import status, status_json, status_of_member

    group, root = the_group(path, as_of, private=True)
    known = facts(group)
    public = the_group(path, as_of, once_more=True)[0] if group.private.used else group
    judged = [*verdicts(group), *rule_commitments(public)]
    finder = finder_of(group, root)
    if member is None:
        found = Counter(finding.severity for finding in check(public))
        written = status_json.render(known, judged, found, finder) if form == "json" else ""
        say(written or status.render(known, judged, found, paper()))
        return
    whose = group.members[member_id(group, member)]
    judged += [one for one in promise_verdicts(group) if group.is_recent(one.day)]
    scored = _score(known, whose)
    if form == "json":
        say(status_json.render_member(known, whose, judged, scored, finder))
    else:
        say(status_of_member.render(known, whose, judged, scored, finder, paper()))


def _score(known: Facts, member: Member) -> Score | None:
    """The score of a member by the group's own profile; None for who is none on the day."""
    from refertext.insights.scores.score import score
    from refertext.measures import a_member

    profile = the_profile(known.group, None)
    return score(known, profile, a_member(member.id)) if member.was_member_on(known.group.as_of) else None
