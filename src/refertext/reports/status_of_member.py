"""`status MEMBER`: how one member is doing, what they owe and are owed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refertext.commitments import Verdict
from refertext.group import Group
from refertext.group.memberships import present_since, times
from refertext.insights.debts.due import due
from refertext.insights.overview import trends_of, verdicts_of
from refertext.insights.scores.score import Score
from refertext.measures import Facts, a_member
from refertext.records import Member
from refertext.reports import score as scores
from refertext.reports.due import entry
from refertext.reports.located import Finder
from refertext.reports.paper import Paper, wrapped
from refertext.reports.partnerships import partnerships
from refertext.reports.status import AHEAD, Block, numbers, together, trend_title
from refertext.reports.verdicts import of_member


def render(
    facts: Facts, member: Member, verdicts: Sequence[Verdict], score: Score | None, finder: Finder, paper: Paper
) -> str:
    """How a member is doing, with their score, if they have one."""
    return together(_blocks(facts, member, verdicts, score, finder, paper), paper)


def _blocks(
    facts: Facts, member: Member, verdicts: Sequence[Verdict], score: Score | None, finder: Finder, paper: Paper
) -> Iterator[Block]:
    group = facts.group
    yield (
        f"{member.name}, {member.business}",
        [line for text in _standing(group, member) for line in wrapped(text, paper)],
    )
    yield "What was agreed", list(of_member(group, member.id, verdicts_of(verdicts, member.id), paper))
    if any(time.joined <= group.as_of for time in times(member)):
        rows = trends_of(facts, a_member(member.id))
        yield trend_title("The last twelve months", "the twelve before", rows), numbers(facts, rows, paper)
    if score:
        yield "Score", list(scores.lines(facts, score, paper))
    yield "Partnerships", [line for text in partnerships(group, member.id) for line in wrapped(text, paper, indent=2)]
    found = due(group, group.as_of + AHEAD, member.id)
    owes = [owed for owed in found if member.id in owed.by]
    owed_to = [owed for owed in found if member.id in owed.to]
    yield f"{member.name} owes, within two weeks", [line for owed in owes for line in entry(group, owed, finder, paper)]
    yield f"{member.name} is owed", [line for owed in owed_to for line in entry(group, owed, finder, paper)]


def _standing(group: Group, member: Member) -> Iterator[str]:
    """Who a member is on the day: candidate, member since, on leave until, left."""
    seat = f"; seat {member.seat.category}" if member.seat else ""
    if member.is_candidate_on(group.as_of):
        yield f"Candidate on {group.as_of}{seat}. “refertext fit {member.id}” says what to talk about."
    elif not member.was_member_on(group.as_of):
        yield f"Not a member on {group.as_of} any more (last day {member.last_day}){seat}."
    else:
        yield f"Member since {present_since(member, group.as_of)}, as of {group.as_of}{seat}."
    for leave in member.leave:
        if leave.from_ <= group.as_of <= leave.until:
            yield f"On leave until {leave.until}."
