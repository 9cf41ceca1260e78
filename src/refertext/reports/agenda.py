"""The agenda as a sheet to print, with boxes to tick."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from refertext.group import Group
from refertext.group.meeting_days import break_on
from refertext.group.telling import about, giver_of
from refertext.insights.agenda import Agenda
from refertext.insights.debts.news import Silent
from refertext.insights.debts.owed import Owed
from refertext.records import Member, Referral
from refertext.records.meeting import Visitor
from refertext.reports.escape import without_commands
from refertext.reports.json_object import VERSION, as_json
from refertext.reports.paper import Paper, wrapped
from refertext.reports.words import counted
from refertext.text.wording import capitalised, listed

_MOST_TURNS = 3


def render(group: Group, sheet: Agenda, paper: Paper) -> str:
    """The whole sheet."""
    sections = [list(_head(group, sheet, paper))]
    for title, lines in _sections(group, sheet, paper):
        found = list(lines)
        if found:
            sections.append([*(paper.style(line, "bold") for line in wrapped(title, paper)), *found])
    return without_commands("\n\n".join("\n".join(section) for section in sections) + "\n")


def _head(group: Group, sheet: Agenda, paper: Paper) -> Iterator[str]:
    meets = group.settings.meets
    where = [f"{meets.time:%H:%M}" if meets and meets.time else "", meets.place or "" if meets else ""]
    head = ", ".join(filter(None, [group.settings.group, _day(sheet.day), *where]))
    yield from (paper.style(line, "bold") for line in wrapped(head, paper))
    pause = break_on(group.settings, sheet.day)
    if pause:
        why = f" ({pause.why})" if pause.why else ""
        yield from wrapped(f"The group takes a break from {pause.from_} to {pause.until}{why}.", paper)
    yield from wrapped(who_comes(sheet), paper)
    if sheet.after:
        yield from wrapped(f"Before we part: the next meeting is on {_day(sheet.after)}. Does it hold?", paper)


def who_comes(sheet: Agenda) -> str:
    """How many are expected, and who does not come, as a sentence."""
    parts = [f"{counted(len(sheet.expected), 'member')} expected"]
    parts += [f"{member.name} is on leave" for member in sheet.on_leave]
    parts += [_told(member, one.status, one.name) for member, one in sheet.announced]
    return capitalised("; ".join(parts) + ".")


def _told(member: Member, status: str, substitute: str | None) -> str:
    if status == "substitute":
        return f"{member.name} sends {substitute or 'a substitute'}"
    return f"{member.name} is {'excused' if status == 'excused' else 'away'}"


def _sections(group: Group, sheet: Agenda, paper: Paper) -> Iterator[tuple[str, Iterable[str]]]:
    yield "Presenting", _boxes(presenting(sheet), paper)
    yield "Visitors and newcomers", _boxes(visitors(group, sheet), paper)
    yield "Candidates", _boxes(candidates(sheet), paper)
    yield "Thanks to say", _debts(group, sheet, "thanks", paper)
    yield f"New since {sheet.since}", _given(group, sheet, paper)
    yield "Closed since then", _closed(group, sheet, paper)
    yield "Questions that wait for an answer", _debts(group, sheet, "questions", paper)
    yield "Reports on what was received, the most silent first", _reports(group, sheet, paper)
    yield "Actions", _debts(group, sheet, "actions", paper)
    yield "Concerns", _debts(group, sheet, "concerns", paper)
    yield "Who sits down with whom before the next meeting", _pairs(group, sheet, paper)


def presenting(sheet: Agenda) -> Iterator[str]:
    """Who presents, and whose turn it is then."""
    if sheet.presenter:
        yield f"{who_presents(sheet.presenter, sheet)}{'' if sheet.presents else ': who presents instead?'}"
    waiting = [turn for turn in sheet.turns if turn.member is not sheet.presenter][:_MOST_TURNS]
    names = [f"{turn.member.name} ({f'last {turn.last}' if turn.last else 'never yet'})" for turn in waiting]
    if names:
        fix = "Fix who presents next:" if sheet.presenter else "Nobody is named yet. Who presents, and who does next?"
        yield f"{fix} {'it' if sheet.presenter else 'It'} is the turn of {listed(names, 'or')}"


def who_presents(presenter: Member, sheet: Agenda) -> str:
    """Whether who was named to present does."""
    return f"{presenter.name} {'presents' if sheet.presents else 'was to present, and does not come'}"


def visitors(group: Group, sheet: Agenda) -> Iterator[str]:
    """Whom to welcome, whom to follow up with, who is new."""
    for visitor in sheet.visitors:
        yield f"Welcome {_visitor(group, visitor)}"
    for visitor in sheet.last_visitors:
        yield f"Who follows up with {_visitor(group, visitor)}, our visitor of {sheet.since}?"
    for member in sheet.newcomers:
        yield f"{member.name} is new (joined {member.joined}): how is it going?"


def candidates(sheet: Agenda) -> Iterator[str]:
    """Who is on the way into the group, and what came last."""
    for member in sheet.candidates:
        known = [entry for entry in member.path if entry.date < sheet.day]
        last = max(known, key=lambda entry: entry.date, default=None)
        said = f"{last.how} on {last.date}{f': {last.outcome}' if last.outcome else ''}" if last else "no talk yet"
        yield f"{member.name}, {member.business} ({said}): what is the next step?"


def _visitor(group: Group, visitor: Visitor) -> str:
    by = f", invited by {group.name(visitor.invited_by)}" if visitor.invited_by else ""
    return f"{visitor.name}{f' ({visitor.business})' if visitor.business else ''}{by}"


def _given(group: Group, sheet: Agenda, paper: Paper) -> Iterator[str]:
    for gift in sheet.given:
        to = "everyone" if gift.record.is_to_everyone else group.name(gift.record.to)
        kind = gift.kind_on(group.as_of)
        yield from _box(f"{giver_of(group, gift.record)} → {to}: {kind}, {_about(group, gift.record)}", paper)


def _closed(group: Group, sheet: Agenda, paper: Paper) -> Iterator[str]:
    for closed in sheet.closed:
        receiver = group.name(closed.receiver) if closed.receiver else "somebody"
        outcome = closed.outcome.replace("-", " ")
        text = f"{receiver}: {outcome}, {_about(group, closed.record)} (from {giver_of(group, closed.record)})"
        yield from _box(text, paper)


def _reports(group: Group, sheet: Agenda, paper: Paper) -> Iterator[str]:
    for reporting in sheet.reporting:
        if reporting.owed:
            yield from wrapped(reporting.member.name, paper, indent=2)
        for one in reporting.owed:
            yield from _box(_waiting(group, one, sheet.day), paper, indent=4)
    fresh = [f"{one.member.name} {len(one.fresh)}" for one in sheet.reporting if one.fresh]
    if fresh:
        yield from wrapped(f"Open too, but no news is late: {listed(fresh)}", paper, indent=2)


def _waiting(group: Group, one: Silent, day: date) -> str:
    days, referral = one.handling.silence_on(day), one.handling.record
    return f"{days} days silent: {_about(group, referral)} (from {giver_of(group, referral)})"


def _debts(group: Group, sheet: Agenda, topic: str, paper: Paper) -> Iterator[str]:
    for owed in sheet.debts[topic]:
        when = f"by {owed.due}" if owed.due >= sheet.day else f"was due on {owed.due}"
        names = listed([group.name(id_) for id_ in owed.by]) if owed.by else "All of us"
        yield from _box(f"{names}: {owed.do[0].lower()}{owed.do[1:]}, {when}", paper)


def _pairs(group: Group, sheet: Agenda, paper: Paper) -> Iterator[str]:
    for pair in sheet.pairs:
        names = listed([group.name(id_) for id_ in pair.members])
        yield from _box(f"{names} ({f'last {pair.last}' if pair.last else 'never yet'})", paper)


def _about(group: Group, referral: Referral) -> str:
    return about(group, referral) or referral.id


def _boxes(texts: Iterable[str], paper: Paper) -> Iterator[str]:
    for text in texts:
        yield from _box(text, paper)


def _box(text: str, paper: Paper, indent: int = 2) -> Iterator[str]:
    first, *rest = wrapped(text, paper, indent=indent + 4)
    yield f"{' ' * indent}[ ] {first.strip()}"
    yield from rest


def _day(day: date) -> str:
    return f"{day:%A} {day.isoformat()}"


def render_json(group: Group, sheet: Agenda) -> str:
    """The sheet as a JSON object, people by id."""
    document: dict[str, Any] = {
        "version": VERSION,
        "as_of": group.as_of.isoformat(),
        "date": sheet.day.isoformat(),
        "since": sheet.since.isoformat() if sheet.since else None,
        "next": sheet.after.isoformat() if sheet.after else None,
        "expected": [member.id for member in sheet.expected],
        "on_leave": [member.id for member in sheet.on_leave],
        "announced": [{"member": member.id, "status": one.status, "name": one.name} for member, one in sheet.announced],
        "presenter": sheet.presenter.id if sheet.presenter else None,
        "turns": [turn.member.id for turn in sheet.turns],
        "visitors": [visitor.name for visitor in sheet.visitors],
        "last_visitors": [visitor.name for visitor in sheet.last_visitors],
        "newcomers": [member.id for member in sheet.newcomers],
        "candidates": [member.id for member in sheet.candidates],
        "given": [gift.record.id for gift in sheet.given],
        "closed": [{"referral": closed.record.id, "outcome": closed.outcome} for closed in sheet.closed],
        "reports": [
            {
                "member": reporting.member.id,
                "open": [_as_waiting(one, sheet.day) for one in (*reporting.owed, *reporting.fresh)],
            }
            for reporting in sheet.reporting
        ],
        "one_to_ones": [
            {"between": list(pair.members), "last": pair.last.isoformat() if pair.last else None}
            for pair in sheet.pairs
        ],
        **{topic: [as_plain(group, owed) for owed in debts] for topic, debts in sheet.debts.items()},
    }
    return as_json(document)


def _as_waiting(one: Silent, day: date) -> dict[str, Any]:
    return {
        "referral": one.handling.record.id,
        "days_silent": one.handling.silence_on(day),
        "due": one.owed.due.isoformat(),
    }


def as_plain(group: Group, owed: Owed) -> dict[str, Any]:
    """Something owed, as plain data."""
    return {
        "topic": owed.topic,
        "rule": owed.rule or None,
        "by": list(owed.by),
        "to": list(owed.to),
        "since": owed.since.isoformat(),
        "due": owed.due.isoformat(),
        "effort": owed.effort.name.lower(),
        "do": owed.do,
        "write": owed.write,
        "command": owed.command or None,
        "file": group.private.written_at(owed.place).file,
    }
