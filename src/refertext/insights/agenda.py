"""The agenda of a group meeting: who reports on what, who is to be thanked, who has not met whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from refertext.group import Group
from refertext.group.meeting_days import next_meeting_day
from refertext.insights.acquaintance import Acquaintance, next_round
from refertext.insights.calendar import applies, expected_on, is_written_ahead, last_meeting, latecomers, meeting_on
from refertext.insights.debts.actions import actions
from refertext.insights.debts.concerns import concerns
from refertext.insights.debts.news import Silent, silent
from refertext.insights.debts.owed import Owed
from refertext.insights.debts.questions import questions
from refertext.insights.debts.thanks import thanks
from refertext.insights.debts.waived import is_excused
from refertext.measures import Window, facts
from refertext.measures.events import Closed, Gift
from refertext.measures.window import ONE_DAY
from refertext.records import Meeting, Member
from refertext.records.meeting import IN_PERSON, Attendance, Visitor
from refertext.text.wording import folded

_SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Reporting:
    """What one member reports on: open gifts they received, the most silent first. `owed` are those of which the giver
    has waited too long for news by the day of the meeting, `fresh` the others.
    """

    member: Member
    owed: tuple[Silent, ...]
    fresh: tuple[Silent, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is to present: the day of the last presentation, None where there was none."""

    member: Member
    last: date | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything that belongs on the sheet for a group meeting.

    `since` is the day of the meeting before, `after` that of the next one. `announced` are those who said before that
    they will not come themselves; they are not among the `expected`. `presenter` was named for this day, and may not
    come. `last_visitors` are those of the meeting before who are no members. `given` and `closed` are what happened
    since the meeting before. `debts` are what those expected owe by the day, by topic: thanks, questions, actions and
    concerns. What two have between them is not for the sheet.
    """

    day: date
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

    @property
    def presents(self) -> bool:
        """Whether somebody is named to present, and is expected."""
        return self.presenter in self.expected


def agenda(group: Group, day: date) -> Agenda:
    """The agenda of the meeting of a day, with what is known on the as-of day."""
    known = facts(group)
    before = last_meeting(group, day)
    meeting = meeting_on(group, day)
    ahead = meeting if meeting and is_written_ahead(group, meeting) else None
    announced = tuple(_announced(group, meeting, is_ahead=bool(ahead)))
    invited = expected_on(group, day)
    expected = [member for member in invited if member not in [away for away, _ in announced]]
    since = Window(before.date + ONE_DAY if before else date.min, group.as_of)
    joined = {arrival.record.id for arrival in latecomers(known, group.as_of)}
    return Agenda(
        day=day,
        since=before.date if before else None,
        after=ahead.next if ahead and ahead.next else next_meeting_day(group.settings, day),
        expected=tuple(expected),
        on_leave=tuple(m for m in group.present_members if m.was_member_on(day) and m.was_on_leave_on(day)),
        announced=announced,
        presenter=_named_for(group, before, day),
        turns=tuple(_turns(group, invited)),
        visitors=ahead.visitors if ahead else (),
        last_visitors=tuple(_to_be_followed_up(group, before)) if before else (),
        newcomers=tuple(member for member in expected if member.id in joined),
        candidates=tuple(m for _, m in sorted(group.members.items()) if applies(group, m)),
        given=tuple(known.gifts.within(since)) if before else (),
        closed=tuple(known.closings.everything.within(since)) if before else (),
        reporting=tuple(_reporting(group, expected, day)),
        pairs=tuple(next_round(group, [member.id for member in invited])),
        debts={
            "thanks": _due(group, thanks(group), day, expected),
            "questions": _due(group, questions(group), day, expected),
            "actions": _due(group, _before_all(group, actions(group)), day, expected),
            "concerns": _due(
                group, (o for o in concerns(group) if o.place.file.startswith("agreements/")), day, expected
            ),
        },
    )


def _named_for(group: Group, before: Meeting | None, day: date) -> Member | None:
    """Who was named to present on a day at the meeting before: only at the very next one after it."""
    if before is None or not before.next_presenter:
        return None
    fixed = before.next or next_meeting_day(group.settings, before.date)
    cancelled = {m.date for m in group.meetings.values() if m.kind == "group" and not m.is_group_meeting}
    while fixed in cancelled:
        fixed = next_meeting_day(group.settings, fixed)
    recorded = min((m.date for m in group.group_meetings if m.date > before.date), default=None)
    is_next = fixed is None or day <= fixed or day == recorded
    return group.member(before.next_presenter) if is_next else None


def _to_be_followed_up(group: Group, meeting: Meeting) -> Iterator[Visitor]:
    """The visitors of a meeting who are no members yet."""
    known = {folded(member.name) for member in group.present_members}
    return (visitor for visitor in meeting.visitors if folded(visitor.name) not in known)


def _announced(group: Group, meeting: Meeting | None, *, is_ahead: bool) -> Iterator[tuple[Member, Attendance]]:
    """Those who had said by the as-of day that they will not come themselves. Where a record tells what happened, only
    the day of the notice shows that it was known before.
    """
    for id_, attended in meeting.attendance.items() if meeting else ():
        member = group.member(id_)
        was_known = attended.notice <= group.as_of if attended.notice else is_ahead
        if member and was_known and attended.status not in IN_PERSON:
            yield member, attended


def _turns(group: Group, expected: Sequence[Member]) -> list[Turn]:
    """Whose turn it is, longest waiting first."""
    presentations = facts(group).presentations
    turns = []
    for member in expected:
        last = presentations.of(member.id).last(group.as_of)
        turns.append(Turn(member, last.day if last else None))
    return sorted(turns, key=lambda turn: (turn.last or date.min, turn.member.joined or date.min, turn.member.id))


def _reporting(group: Group, expected: Sequence[Member], day: date) -> list[Reporting]:
    """Who has something open to report on, those first whose giver has waited longest."""
    theirs: dict[str, list[Silent]] = {member.id: [] for member in expected}
    for one in sorted(silent(group), key=lambda one: (-one.days, one.handling.record.id)):
        if one.handling.receiver in theirs and not is_excused(group, one.owed):
            theirs[one.handling.receiver].append(one)
    found = [_report(member, theirs[member.id], day) for member in expected if theirs[member.id]]
    return sorted(found, key=lambda one: -max([waiting.days for waiting in one.owed], default=0))


def _report(member: Member, waiting: Sequence[Silent], day: date) -> Reporting:
    late = tuple(one for one in waiting if one.owed.is_overdue_on(day))
    return Reporting(member, late, tuple(one for one in waiting if not one.owed.is_overdue_on(day)))


def _before_all(group: Group, debts: Sequence[Owed]) -> list[Owed]:
    """Those that were taken on before the whole group."""
    files = {meeting.file for meeting in group.group_meetings}
    return [owed for owed in debts if owed.place.file in files]


def _due(group: Group, debts: Iterable[Owed], day: date, expected: Sequence[Member]) -> tuple[Owed, ...]:
    """What somebody who is expected owes by a week after a day, but what a waiver excuses."""
    here = {member.id for member in expected}
    soon = [owed for owed in debts if owed.due <= day + _SOON and (not owed.by or here.intersection(owed.by))]
    return tuple(sorted((o for o in soon if not is_excused(group, o)), key=lambda owed: (owed.due, owed.by, owed.do)))
