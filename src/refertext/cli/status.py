"""`refertext status`."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial

import click

from refertext.cli.loading import as_text_or, member_id, of_a_group, the_group, the_profile
from refertext.cli.terminal import paper, say

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
    from refertext.disk import read_text
    from refertext.insights.scores.score import score as score_of
    from refertext.measures import a_member, facts
    from refertext.reports import score, status
    from refertext.reports.located import Finder

    group, root = the_group(path, as_of, private=True)
    whose = group.members[member_id(group, member)] if member else None
    profile = the_profile(group, None) if whose else None
    known = facts(group)
    judged = [*verdicts(group), *rule_commitments(group)]
    found = Counter(finding.severity for finding in check(group)) if whose is None else Counter()
    finder = Finder(partial(read_text, root))
    if form == "json":
        say(status.render_json(known, judged, found, whose))
    elif whose:
        promised = [one for one in promise_verdicts(group) if group.is_recent(one.day)]
        more = []
        if profile and whose.was_member_on(group.as_of):
            scored = score_of(known, profile, a_member(whose.id))
            more.append(("Score", list(score.lines(known, scored, paper()))))
        say(status.render_member(known, whose, [*judged, *promised], finder, paper(), more))
    else:
        say(status.render(known, judged, found, finder, paper()))
