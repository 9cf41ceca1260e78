"""The agenda of a group meeting: who reports on what, who is to be thanked, who has not met whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from refertext.group import Group
from refertext.group.meeting_days import next_meeting_day
from refertext.insights.acquaintance import Acquaintance, next_round
from refertext.insights.calendar import applies_on, expected_on, last_meeting, latecomers, meeting_on
from refertext.insights.debts.actions import actions
from refertext.insights.debts.concerns import concerns
from refertext.insights.debts.owed import Owed
from refertext.insights.debts.questions import questions
from refertext.insights.debts.thanks import thanks
from refertext.measures import Window, facts
from refertext.measures.events import Closed, Gift, Handling
from refertext.measures.window import ONE_DAY
from refertext.records import Meeting, Member
from refertext.records.meeting import Attendance, Visitor

_SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Reporting:
    """What one member reports on: open gifts they received, the most silent first."""

    member: Member
    gifts: tuple[Handling, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is to present: the day of the last presentation, None where there was none."""

    member: Member
    last: date | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything that belongs on the sheet for a group meeting.

    `since` is the day of the meeting before. `given` and `closed` are what happened since then. `debts` are what is
    owed by its day, by topic: thanks, questions, actions and concerns. What two have between them is not for the sheet.
    """

    day: date
    meeting: Meeting | None
    since: date | None
    after: date | None
    expected: tuple[Member, ...]
    on_leave: tuple[Member, ...]
    announced: tuple[tuple[Member, Attendance], ...]
    presenter: Member | None
    turns: tuple[Turn, ...]
    visitors: tuple[Visitor, ...]
    last_visitors: tuple[Visitor, ...]
    newcomers: tuple[Member, ...]
    candidates: tuple[Member, ...]
    given: tuple[Gift, ...]
    closed: tuple[Closed, ...]
    reporting: tuple[Reporting, ...]
    pairs: tuple[Acquaintance, ...]
    debts: dict[str, tuple[Owed, ...]]


def agenda(group: Group, day: date) -> Agenda:
    """The agenda of the meeting of a day, with what is known on the as-of day."""
    known = facts(group)
    before = last_meeting(group, day)
    meeting = meeting_on(group, day)
    expected = expected_on(group, day)
    present = [member.id for member in expected]
    since = Window(before.date + ONE_DAY if before else date.min, group.as_of)
    joined = {arrival.record.id for arrival in latecomers(known, group.as_of)}
    return Agenda(
        day=day,
        meeting=meeting,
        since=before.date if before else None,
        after=meeting.next if meeting and meeting.next else next_meeting_day(group.settings, day),
        expected=tuple(expected),
        on_leave=tuple(m for m in group.present_members if m.was_member_on(day) and m.was_on_leave_on(day)),
        announced=tuple(_announced(group, meeting)),
        presenter=group.member(before.next_presenter) if before else None,
        turns=tuple(_turns(group, expected)),
        visitors=meeting.visitors if meeting else (),
        last_visitors=before.visitors if before else (),
        newcomers=tuple(member for member in expected if member.id in joined),
        candidates=tuple(m for _, m in sorted(group.members.items()) if applies_on(m, group.as_of)),
        given=tuple(known.gifts.within(since)) if before else (),
        closed=tuple(known.closings.everything.within(since)) if before else (),
        reporting=tuple(_reporting(group, expected)),
        pairs=tuple(next_round(group, present)),
        debts={
            "thanks": _due(thanks(group), day),
            "questions": _due(questions(group), day),
            "actions": _due(_before_all(group, actions(group)), day),
            "concerns": _due([owed for owed in concerns(group) if owed.place.file.startswith("agreements/")], day),
        },
    )


def _announced(group: Group, meeting: Meeting | None) -> list[tuple[Member, Attendance]]:
    """Those who said ahead that they will not come themselves."""
    attendance = meeting.attendance if meeting else {}
    told = [(group.member(id_), attended) for id_, attended in attendance.items()]
    return [(member, one) for member, one in told if member and one.status not in ("present", "late")]


def _turns(group: Group, expected: Sequence[Member]) -> list[Turn]:
    """Whose turn it is, longest waiting first."""
    presentations = facts(group).presentations
    turns = []
    for member in expected:
        last = presentations.of(member.id).last(group.as_of)
        turns.append(Turn(member, last.day if last else None))
    return sorted(turns, key=lambda turn: (turn.last or date.min, turn.member.joined or date.min, turn.member.id))


def _reporting(group: Group, expected: Sequence[Member]) -> list[Reporting]:
    """Who has something open to report on."""
    handlings = facts(group).handlings.by_receiver
    found = []
    for member in expected:
        waiting = [one for one in handlings.of(member.id).events if one.is_open_on(group.as_of)]
        waiting.sort(key=lambda one: (-one.silence_on(group.as_of), one.record.id))
        if waiting:
            found.append(Reporting(member, tuple(waiting)))
    return found


def _before_all(group: Group, debts: Sequence[Owed]) -> list[Owed]:
    """Those that were taken on before the whole group."""
    files = {meeting.file for meeting in group.group_meetings}
    return [owed for owed in debts if owed.place.file in files]


def _due(debts: Sequence[Owed], day: date) -> tuple[Owed, ...]:
    """What is due by a week after a day."""
    soon = [owed for owed in debts if owed.due <= day + _SOON]
    return tuple(sorted(soon, key=lambda owed: (owed.due, owed.by, owed.do)))
