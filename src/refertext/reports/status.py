"""`status`: how the group is doing, on about one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from refertext.commitments import Verdict
from refertext.group import Group
from refertext.group.on_record import records_begin
from refertext.insights.agenda import Agenda, agenda
from refertext.insights.calendar import last_meeting, next_meeting
from refertext.insights.debts.due import due
from refertext.insights.debts.owed import Owed
from refertext.insights.on_record import known_since
from refertext.insights.overview import Trend, members_of, starts, trends, who_came
from refertext.measures import Facts
from refertext.measures.privacy import shortly
from refertext.problem import Severity
from refertext.records import Meeting
from refertext.reports.agenda import who_presents
from refertext.reports.due import names
from refertext.reports.lines import heading, labelled, whole
from refertext.reports.metrics import refused
from refertext.reports.paper import Paper, wrapped
from refertext.reports.partnerships import in_short
from refertext.reports.tables import table
from refertext.reports.verdicts import by_agreement
from refertext.reports.words import counted, nothing_before
from refertext.text.wording import capitalised, listed

AHEAD = timedelta(days=14)
"""How far ahead programs are told what is due, and members."""
_MOST = 5
"""Of what is due, here; `refertext due` has all of it."""

Block = tuple[str, Sequence[str]]
"""A heading and the lines below it."""
Counts = Mapping[Severity, int]


def render(facts: Facts, verdicts: Sequence[Verdict], found: Counts, paper: Paper) -> str:
    """How the group is doing. `found` is how many findings of each severity `check` has."""
    return together(_blocks(facts, verdicts, found, paper), paper)


def together(blocks: Iterable[Block], paper: Paper) -> str:
    """Blocks with their headings; those that have nothing to say are left out."""
    return whole([*heading(title, paper), *lines] for title, lines in blocks if lines)


def _blocks(facts: Facts, verdicts: Sequence[Verdict], found: Counts, paper: Paper) -> Iterator[Block]:
    group = facts.group
    yield f"{group.settings.group}, as of {group.as_of:%A} {group.as_of}", wrapped(_who_and_when(facts), paper)
    rows = trends(facts)
    yield trend_title("The last 13 weeks", "the 13 weeks before", rows), numbers(facts, rows, paper)
    yield "What we agreed", list(by_agreement(group, verdicts, paper))
    yield "Partnerships", list(_partnerships(group, paper))
    yield "New among us", list(_newcomers(facts, paper))
    late = due(group, group.as_of)
    yield f"{counted(len(late), 'thing')} due today or late, the cheapest first", list(_first(group, late, paper))
    day = next_meeting(group)
    if day:
        yield f"For {day:%A} {day}", wrapped(_ahead(agenda(group, day)), paper, indent=2)
    yield "Files", wrapped(_files(found), paper, indent=2)


def _who_and_when(facts: Facts) -> str:
    group = facts.group
    last, following = last_meeting(group), next_meeting(group)
    words = [members_of(group)]
    if last:
        words.append(f"last met on {last.date}{_who_came(facts, last)}")
    words.append(f"next meeting on {following:%A} {following}" if following else "no next meeting is fixed")
    return "; ".join(words) + "."


def _who_came(facts: Facts, meeting: Meeting) -> str:
    came, counts = who_came(facts, meeting)
    return f" ({came} of {counts} came)" if counts else ""


def trend_title(now: str, before: str, rows: Sequence[Trend]) -> str:
    """The heading of numbers, with what they stand beside, if anything is known of that."""
    return f"{now}, beside {before}" if any(trend.before for trend in rows) else now


def numbers(facts: Facts, rows: Sequence[Trend], paper: Paper) -> list[str]:
    """Numbers as a table beside those of the time before; alone, and why, where nothing was recorded then."""
    begin = known_since(facts.group, rows[0].now.subject)
    if begin is None or begin > facts.group.as_of:
        return wrapped(nothing_before(None), paper, indent=2)
    compared = any(trend.before for trend in rows)
    cells = [
        [
            trend.now.measure.name,
            shortly(facts, trend.now),
            str(trend.now.n),
            *([shortly(facts, trend.before)] if trend.before else []),
        ]
        for trend in rows
    ]
    lines = table(["", "now", "n", "before"] if compared else ["", "now", "n"], cells, paper)
    lines += [line for text in refused([trend.now for trend in rows]) for line in wrapped(text, paper, indent=2)]
    if not compared:
        whose = (
            " and ".join(map(facts.group.name, rows[0].now.subject.ids)) if begin != records_begin(facts.group) else ""
        )
        lines += wrapped(nothing_before(begin, whose), paper, indent=2)
    return [line if line.startswith("  ") else f"  {line}" for line in lines]


def _partnerships(group: Group, paper: Paper) -> Iterator[str]:
    for title, troubles in in_short(group):
        yield from wrapped(title, paper, indent=2)
        for trouble in troubles:
            yield from (paper.style(line, "warning") for line in wrapped(trouble, paper, indent=4))


def _newcomers(facts: Facts, paper: Paper) -> Iterator[str]:
    """How those get on who joined in the last 90 days; who drifts away stands out."""
    for start in starts(facts):
        attended, gave = start.attendance.result, counted(start.given.n, "contribution")
        came = f"{len(attended.counted)} of {counted(len(attended.among), 'meeting')} in person"
        came = came if attended.among else "no meeting yet"
        text = f"{start.newcomer.record.name}, since {start.newcomer.day}: {came}, {gave}"
        lines = wrapped(f"{text}. Drifting away: {start.drifting}" if start.drifting else text, paper, indent=2)
        yield from (paper.style(line, "warning") if start.drifting else line for line in lines)


def _first(group: Group, late: Sequence[Owed], paper: Paper) -> Iterator[str]:
    for owed in late[:_MOST]:
        days = (group.as_of - owed.due).days
        when = f"{counted(days, 'day')} late" if days else "today"
        yield from labelled("[ ]", f"{names(group, owed.by)}, {when}: {owed.do}", paper)
    if late:
        more = f"“refertext due” has the other {len(late) - _MOST:,} too; " if len(late) > _MOST else ""
        yield from wrapped(f"{more}“refertext due --member NAME” says what to write then.", paper, indent=2)


def _ahead(sheet: Agenda) -> str:
    """What the next meeting has on its sheet, in numbers."""
    silent = sum(len(one.owed) for one in sheet.reporting)
    turn = next((turn.member.name for turn in sheet.turns if turn.member in sheet.expected), None)
    nobody = f"nobody is named to present, it is the turn of {turn}" if turn else "nobody is expected"
    parts = [
        who_presents(sheet.presenter, sheet) if sheet.presenter else nobody,
        *(f"{counted(len(sheet.debts[topic]), one, many)}" for topic, one, many in _TOPICS if sheet.debts[topic]),
        *([f"late news of {counted(silent, 'open gift')}"] if silent else []),
        *([f"{listed([member.name for member in sheet.candidates])} to be talked about"] if sheet.candidates else []),
    ]
    return f"{capitalised('; '.join(parts))}. “refertext agenda” prints the sheet."


_TOPICS = (
    ("thanks", "thanks to say", "thanks to say"),
    ("questions", "question to answer", "questions to answer"),
    ("actions", "action to report on", "actions to report on"),
    ("concerns", "concern to talk about", "concerns to talk about"),
)


def _files(found: Counts) -> str:
    kinds = [counted(found.get(severity, 0), severity.value) for severity in Severity if found.get(severity)]
    return f"{listed(kinds)}: see “refertext check”." if kinds else "All in order."
