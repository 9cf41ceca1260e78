"""`status` for programs: a JSON object with all that the text says, people by id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from refertext.commitments import Verdict
from refertext.group import Group
from refertext.group.memberships import present_since
from refertext.insights.agenda import Agenda, agenda
from refertext.insights.calendar import last_meeting, next_meeting
from refertext.insights.debts.due import due
from refertext.insights.debts.owed import Owed
from refertext.insights.on_record import known_since
from refertext.insights.overview import Trend, headcount, starts, trends, trends_of, verdicts_of, who_came
from refertext.insights.scores.score import Score
from refertext.measures import Facts, a_member
from refertext.problem import Severity
from refertext.records import Member
from refertext.reports import score as scores
from refertext.reports.agenda import as_plain
from refertext.reports.json_object import VERSION, as_json
from refertext.reports.located import Finder
from refertext.reports.numbers import number
from refertext.reports.partnerships import as_objects
from refertext.reports.status import AHEAD
from refertext.reports.verdicts import as_plain as as_verdict


def render(facts: Facts, verdicts: Sequence[Verdict], found: Mapping[Severity, int], finder: Finder) -> str:
    """How the group is doing; what is due within two weeks, of which that is late or of today whose `days_late` are not
    below 0. `found` is how many findings of each severity `check` has.
    """
    group = facts.group
    document = {
        **_in_common(facts, "group", trends(facts), verdicts),
        "people": asdict(headcount(group)),
        "last_meeting": _last_meeting(facts),
        "due": _due(group, due(group, group.as_of + AHEAD), finder),
        **as_objects(group),
        "newcomers": [
            {
                "member": start.newcomer.record.id,
                "joined": start.newcomer.day.isoformat(),
                "attendance": number(facts, start.attendance),
                "contributions": number(facts, start.given),
                "drifting": start.drifting,
            }
            for start in starts(facts)
        ],
        "agenda": _ahead(group),
        "findings": {f"{severity.value}s": found.get(severity, 0) for severity in Severity},
    }
    return as_json(document)


def render_member(
    facts: Facts, member: Member, verdicts: Sequence[Verdict], score: Score | None, finder: Finder
) -> str:
    """How a member is doing; `score` has the profile, the points and the parts, or is null where nobody scores."""
    group = facts.group
    document = {
        **_in_common(facts, member.id, trends_of(facts, a_member(member.id)), verdicts_of(verdicts, member.id)),
        **_standing(group, member),
        "due": _due(group, due(group, group.as_of + AHEAD, member.id), finder),
        "score": scores.with_profile(facts, score) if score else None,
        **as_objects(group, member.id),
    }
    return as_json(document)


def _in_common(facts: Facts, subject: str, rows: Sequence[Trend], verdicts: Sequence[Verdict]) -> dict[str, Any]:
    return {
        "version": VERSION,
        "as_of": facts.group.as_of.isoformat(),
        "subject": subject,
        "next_meeting": _written(next_meeting(facts.group)),
        "known_since": _written(known_since(facts.group, rows[0].now.subject)),
        "numbers": [
            {**number(facts, one.now), "before": number(facts, one.before)["amount"] if one.before else None}
            for one in rows
        ],
        "verdicts": [as_verdict(verdict) for verdict in verdicts],
    }


def _last_meeting(facts: Facts) -> dict[str, Any] | None:
    """When the group met, and how many came of those for whom the meeting counts."""
    last = last_meeting(facts.group)
    if last is None:
        return None
    came, counted = who_came(facts, last)
    return {"date": last.date.isoformat(), "came": came, "counted": counted}


def _ahead(group: Group) -> dict[str, Any] | None:
    """What the next meeting has on its sheet, in numbers."""
    day = next_meeting(group)
    return _sheet(agenda(group, day)) if day else None


def _sheet(sheet: Agenda) -> dict[str, Any]:
    turn = next((turn.member.id for turn in sheet.turns if turn.member in sheet.expected), None)
    return {
        "date": sheet.day.isoformat(),
        "presenter": sheet.presenter.id if sheet.presenter else None,
        "turn": turn,
        **{topic: len(debts) for topic, debts in sheet.debts.items()},
        "late_news": sum(len(one.owed) for one in sheet.reporting),
        "candidates": [member.id for member in sheet.candidates],
    }


def _standing(group: Group, member: Member) -> dict[str, Any]:
    """Who a member is on the day."""
    since = present_since(member, group.as_of)
    leave = [leave.until for leave in member.leave if leave.from_ <= group.as_of <= leave.until]
    is_member = member.was_member_on(group.as_of)
    return {
        "name": member.name,
        "business": member.business,
        "state": "member" if is_member else "candidate" if member.is_candidate_on(group.as_of) else "former member",
        "since": _written(since) if is_member else None,
        "on_leave_until": _written(max(leave, default=None)),
        "seat": member.seat.category if member.seat else None,
    }


def _due(group: Group, owed: Sequence[Owed], finder: Finder) -> list[dict[str, Any]]:
    """What is owed, as `due` has it, and by how many days it is late: 0 today, below 0 as long as there is time."""
    return [
        {
            **as_plain(group, one),
            "line": finder.spot("", one.place).span.line,
            "days_late": (group.as_of - one.due).days,
        }
        for one in owed
    ]


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None
