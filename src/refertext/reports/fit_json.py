"""`fit` for programs: a JSON object, people and prospects by id."""

from __future__ import annotations

from typing import Any

from refertext.group import Group
from refertext.group.borders import Decision
from refertext.insights.matches.fit import Border, CandidateFit
from refertext.insights.matches.invitation import to_be_asked
from refertext.insights.matches.match import knowers
from refertext.insights.matches.step import COMING_BEFORE_THE_VOTE, STANDING_IN_THE_WAY, Step
from refertext.records.settings import SeatNotice
from refertext.reports.fit import Application
from refertext.reports.fit_seat import touch
from refertext.reports.json_object import VERSION, as_json


def render(one: Application) -> str:
    """The fit as a JSON object, people and prospects by id."""
    group, found = one.group, one.fit
    document: dict[str, Any] = {
        "version": VERSION,
        "as_of": group.as_of.isoformat(),
        "candidate": found.candidate.id,
        "name": found.candidate.name,
        "business": found.candidate.business,
        "steps": [_step_as_plain(step) for step in one.steps],
        "to_be_asked": list(to_be_asked(one.steps)),
        "borders": [_border_as_plain(border) for border in found.borders],
        "precedents": [_precedent_as_plain(decision) for decision in found.precedents],
        "notices": [_notice_as_plain(group, notice) for notice in found.notices],
        "questions": dict(found.questions),
        "allies": [
            {
                "member": ally.member.id,
                "clients": list(ally.clients),
                "territory": list(ally.territory),
                "industries": list(ally.industries),
            }
            for ally in found.allies
        ],
        "openings": [
            {
                "prospect": match.prospect.id,
                "score": match.score,
                "free": match.is_free,
                "known_by": list(knowers(group, match.prospect)),
            }
            for match in found.openings
        ],
        "known_by": _people_as_plain(found),
        "path": [
            {"date": entry.date.isoformat(), "how": entry.how, "by": entry.by, "outcome": entry.outcome}
            for entry in found.path
        ],
        "left": found.left.isoformat() if found.left else None,
        "may_return": found.may_return.isoformat() if found.may_return else None,
    }
    return as_json(document)


def _step_as_plain(step: Step) -> dict[str, Any]:
    return {
        "topic": step.topic.value,
        "in_the_way": step.topic in STANDING_IN_THE_WAY,
        "before_the_vote": step.topic in COMING_BEFORE_THE_VOTE,
        "ask": step.ask,
        "do": step.do,
        "ways": list(step.ways),
        "write": list(step.write),
    }


def _border_as_plain(border: Border) -> dict[str, Any]:
    consent = border.rivalry.consent
    return {
        "with": border.other.id,
        "touch": border.rivalry.touch.value,
        "standing": border.standing.name.lower(),
        "open": border.is_open,
        "said": touch(border),
        "consent": {"date": consent.date.isoformat(), "until": consent.until and consent.until.isoformat()}
        if consent
        else None,
        "decided": border.decided.why if border.decided else None,
    }


def _precedent_as_plain(decision: Decision) -> dict[str, Any]:
    return {
        "kind": "consent" if decision.day else "waiver",
        "members": sorted(decision.members),
        "said": decision.said,
        "about": decision.about,
        "date": decision.day.isoformat() if decision.day else None,
        "until": decision.until.isoformat() if decision.until else None,
        "file": decision.place.file,
    }


def _notice_as_plain(group: Group, notice: SeatNotice) -> dict[str, Any]:
    return {
        "category": notice.category,
        "status": notice.status,
        "for": notice.for_,
        "holder": notice.holder,
        "until": notice.until.isoformat() if notice.until else None,
        "over": notice.is_over_on(group.as_of),
        "why": notice.why,
    }


def _people_as_plain(found: CandidateFit) -> dict[str, Any]:
    known = found.known_by
    return {
        "introduced_by": known.introduced_by,
        "conversations": dict(known.conversations),
        "visits": [{"date": day.isoformat(), "invited_by": by} for day, by in known.visits],
        "searches": [{"by": search.by, "conversations": search.conversations} for search in known.searches],
    }
