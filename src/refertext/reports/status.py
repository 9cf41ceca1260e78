"""`status`: how the group, or one member, is doing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from refertext.commitments import Outcome, Verdict
from refertext.group import Group
from refertext.group.memberships import present_since, times
from refertext.insights.calendar import last_meeting, next_meeting
from refertext.insights.debts.due import due
from refertext.insights.debts.owed import Owed
from refertext.insights.overview import Tally, Trend, members_of, tallies, trends, trends_of, verdicts_of
from refertext.measures import Facts, a_member
from refertext.measures.privacy import shortly
from refertext.problem import Severity
from refertext.records import Agreement, Member
from refertext.reports.agenda import as_plain
from refertext.reports.commitments import in_words
from refertext.reports.due import entry, names
from refertext.reports.escape import without_commands
from refertext.reports.json_object import VERSION, as_json
from refertext.reports.located import Finder
from refertext.reports.metrics import refused
from refertext.reports.numbers import number
from refertext.reports.paper import Paper, wrapped
from refertext.reports.partnerships import partnerships
from refertext.reports.tables import table
from refertext.reports.words import counted
from refertext.text.wording import listed

_AHEAD = timedelta(days=14)
_MOST = 5
"""Of what is due, here; `refertext due` has all of it."""
_MOST_NAMES = 8
_MANNERS = {Outcome.KEPT: "note", Outcome.AT_RISK: "warning", Outcome.MISSED: "error"}

Block = tuple[str, Sequence[str]]
"""A heading and the lines below it."""
Blocks = Iterator[Block]
Counts = Mapping[Severity, int]


def render(facts: Facts, verdicts: Sequence[Verdict], found: Counts, finder: Finder, paper: Paper) -> str:
    """How the group is doing. `found` is how many findings of each severity `check` has."""
    return _together(_of_the_group(facts, verdicts, found, finder, paper), paper)


def render_member(
    facts: Facts,
    member: Member,
    verdicts: Sequence[Verdict],
    finder: Finder,
    paper: Paper,
    more: Iterable[tuple[str, Sequence[str]]] = (),
) -> str:
    """How a member is doing; `more` are further blocks, such as a score."""
    return _together(_of_a_member(facts, member, verdicts, finder, paper, iter(more)), paper)


def _together(blocks: Blocks, paper: Paper) -> str:
    shown = [
        "\n".join([*(paper.style(line, "bold") for line in wrapped(title, paper)), *lines])
        for title, lines in blocks
        if lines
    ]
    return without_commands("\n\n".join(shown) + "\n")


def _of_the_group(facts: Facts, verdicts: Sequence[Verdict], found: Counts, finder: Finder, paper: Paper) -> Blocks:
    group = facts.group
    yield f"{group.settings.group}, as of {group.as_of:%A} {group.as_of}", wrapped(_who_and_when(group), paper)
    yield "The last 13 weeks, beside the 13 weeks before", _table(facts, trends(facts), paper)
    yield "Commitments", [line for tally in tallies(verdicts) for line in _tally(group, tally, paper)]
    yield "Partnerships", [line for text in partnerships(group) for line in wrapped(text, paper, indent=2)]
    late = due(group, group.as_of)
    yield _due_title(late), _first(group, late, finder, paper)
    yield "Files", wrapped(_files(found), paper, indent=2)


def _who_and_when(group: Group) -> str:
    last, following = last_meeting(group), next_meeting(group)
    words = [members_of(group)]
    if last:
        came = sum(attended.status in ("present", "late") for attended in last.attendance.values())
        words.append(f"last met on {last.date} ({came} of {len(last.attendance)} came)")
    words.append(f"next meeting on {following:%A} {following}" if following else "no next meeting is fixed")
    return "; ".join(words) + "."


def _table(facts: Facts, rows: Sequence[Trend], paper: Paper) -> list[str]:
    cells = [
        [trend.now.measure.name, shortly(facts, trend.now), str(trend.now.n), shortly(facts, trend.before)]
        for trend in rows
    ]
    lines = table(["", "now", "n", "before"], cells, paper)
    lines += [line for text in refused([trend.now for trend in rows]) for line in wrapped(text, paper)]
    return [f"  {line}" for line in lines]


def _tally(group: Group, tally: Tally, paper: Paper) -> Iterator[str]:
    first = tally.verdicts[0]
    counts = [f"{len(those)} {outcome.value}" for outcome in Outcome if (those := tally.of(outcome))]
    aims = [one for verdict in tally.verdicts if (one := verdict.tried) and one.target is not None]
    if aims and not any(one.at_least or one.at_most for one in aims):  # an aim alone: nobody keeps or misses it
        reached = sum(one.target is not None and one.amount >= one.target for one in aims)
        counts = [f"{reached} of {len(aims)} reach it", *counts[1:]]
    yield from wrapped(f"{_commitment(first)}: {', '.join(counts)}", paper, indent=2)
    for outcome in (Outcome.MISSED, Outcome.AT_RISK):
        whose = [" + ".join(map(group.name, verdict.subject.ids)) or "the group" for verdict in tally.of(outcome)]
        if whose:
            more = len(whose) - _MOST_NAMES
            shown = f"{outcome.value}: {listed([*whose[:_MOST_NAMES], f'{more:,} more'] if more > 0 else whose)}"
            yield from (paper.style(line, _MANNERS[outcome]) for line in wrapped(shown, paper, indent=4))


def _due_title(late: Sequence[Owed]) -> str:
    if not late:
        return ""
    return f"{counted(len(late), 'thing')} due today or late, the cheapest first"


def _first(group: Group, late: Sequence[Owed], finder: Finder, paper: Paper) -> list[str]:
    lines = [line for owed in late[:_MOST] for line in entry(group, owed, finder, paper)]
    return [*lines, "  “refertext due” lists everything."] if len(late) > _MOST else lines


def _files(found: Counts) -> str:
    numbers = [counted(found.get(severity, 0), severity.value) for severity in Severity if found.get(severity)]
    return f"{listed(numbers)}: see “refertext check”." if numbers else "All in order."


def _of_a_member(
    facts: Facts, member: Member, verdicts: Sequence[Verdict], finder: Finder, paper: Paper, more: Blocks
) -> Blocks:
    group = facts.group
    yield (
        f"{member.name}, {member.business}",
        [line for text in _standing(group, member) for line in wrapped(text, paper)],
    )
    theirs = verdicts_of(verdicts, member.id)
    yield "Commitments", [line for tally in tallies(theirs) for line in _own(group, member, tally, paper)]
    if any(time.joined <= group.as_of for time in times(member)):
        numbers = trends_of(facts, a_member(member.id))
        yield "The last twelve months, beside the twelve before", _table(facts, numbers, paper)
    yield from more
    yield "Partnerships", [line for text in partnerships(group, member.id) for line in wrapped(text, paper, indent=2)]
    found = due(group, group.as_of + _AHEAD, member.id)
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


def _own(group: Group, member: Member, tally: Tally, paper: Paper) -> Iterator[str]:
    """The verdicts of one commitment for a member; those with many others that say nothing yet, in one line."""
    silent = tally.of(Outcome.TOO_EARLY)
    for verdict in tally.verdicts:
        if len(silent) == 1 or verdict.outcome is not Outcome.TOO_EARLY:
            others = [id_ for id_ in verdict.subject.ids if id_ != member.id]
            whose = f" (with {names(group, others)})" if others else ""
            more = f"; {verdict.mend}" if verdict.mend else ""
            named = verdict.why if _says_what(verdict) else f"{_commitment(verdict)}: {verdict.why}"
            yield from _verdict(verdict.outcome, f"{named}{whose}{more}", paper)
    if len(silent) > 1:
        yield from _verdict(Outcome.TOO_EARLY, f"{_commitment(silent[0])}: {len(silent)} of them", paper)


def _says_what(verdict: Verdict) -> bool:
    """Whether the words of a verdict name what it is about: a measure with its number, or a rule."""
    is_a_rule = verdict.why.startswith(f"{_commitment(verdict)} ")
    return is_a_rule or (verdict.tried is not None and verdict.outcome is verdict.judged)


def _verdict(outcome: Outcome, text: str, paper: Paper) -> Iterator[str]:
    first, *rest = wrapped(text, paper, indent=13)
    yield f"  {paper.style(f'{outcome.value:<9}', _MANNERS.get(outcome, 'help'))}  {first.strip()}"
    yield from rest


def _commitment(verdict: Verdict) -> str:
    """The commitment that a verdict is about, in words."""
    number = verdict.path[1]
    if isinstance(verdict.record, Agreement) and isinstance(number, int):
        return in_words(verdict.record.commitments[number])
    return "promises of cycles"


def render_json(facts: Facts, verdicts: Sequence[Verdict], found: Counts, member: Member | None) -> str:
    """The same as a JSON object: numbers, verdicts, what is due."""
    group = facts.group
    shown = trends_of(facts, a_member(member.id)) if member else trends(facts)
    following = next_meeting(group)
    document: dict[str, Any] = {
        "version": VERSION,
        "as_of": group.as_of.isoformat(),
        "subject": member.id if member else "group",
        "next_meeting": following.isoformat() if following else None,
        "numbers": [{**number(facts, trend.now), "before": number(facts, trend.before)["amount"]} for trend in shown],
        "verdicts": [_plain(one) for one in (verdicts_of(verdicts, member.id) if member else verdicts)],
        "due": [as_plain(owed) for owed in due(group, group.as_of + _AHEAD, member.id if member else None)],
    }
    if member is None:
        document["findings"] = {f"{severity.value}s": found.get(severity, 0) for severity in Severity}
    return as_json(document)


def _plain(verdict: Verdict) -> dict[str, Any]:
    return {
        "subject": str(verdict.subject),
        "outcome": verdict.outcome.value,
        "why": verdict.why,
        "mend": verdict.mend,
        "file": verdict.record.file,
        "commitment": verdict.path[1],
    }
