"""New group meetings: the sheet starts from what is known."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from refertext.drafts.beginnings.skeleton import Skeleton, begun
from refertext.drafts.draft import Draft, RefusedError
from refertext.drafts.ids import refuse_taken
from refertext.group import Group
from refertext.group.meeting_days import next_meeting_day
from refertext.insights.agenda import agenda
from refertext.insights.calendar import expected_on, last_meeting
from refertext.insights.debts.actions import open_actions
from refertext.measures.window import ONE_DAY
from refertext.records.meeting import Action
from refertext.text.edits import AppendText, Intent, ReplaceLine

_LOG = "## Log"
_OPEN = "## Still open"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMeeting:
    """A meeting of the group. What is left out is worked out: the day, the day of the next one, who presents then."""

    on: date | None = None
    next: date | None = None
    next_presenter: str | None = None


def meeting(group: Group, skeleton: Skeleton, asked: NewMeeting) -> Draft:
    """The file of a group meeting. Everybody who is expected is entered as present, so that only the others need a
    word; before the day nobody is. What was taken on before and is not done stands in the text.
    """
    day = asked.on or day_to_record(group)
    if asked.on is None:
        _refuse_further(group, day)
    _refuse_recorded(group, day)
    then = asked.next or next_meeting_day(group.settings, day)
    if then and then <= day:
        raise RefusedError(f"The next meeting cannot be on {then}: this one is on {day}. Write a later day.")
    presenter = asked.next_presenter or _next_presenter(group, day, then)
    here = sorted(member.id for member in expected_on(group, day)) if day <= group.as_of else []
    values = {
        "date": day.isoformat(),
        "next": then and then.isoformat(),
        "next_presenter": presenter,
        "attendance": dict.fromkeys(here, "present"),
    }
    return Draft(
        f"The sheet for the meeting of {day} is ready.",
        f"Add meeting of {day}",
        (begun(skeleton, f"meetings/{day.year}/{day}-group", values, tuple(_still_open(group, skeleton, day))),),
        tuple(_remarks(group, day, then, here)),
    )


def _refuse_further(group: Group, day: date) -> None:
    """Refuses a sheet for a day after a meeting that is still to come and has one: whoever asks twice does not mean
    the week after.
    """
    ready = next((one for one in group.group_meetings if group.as_of <= one.date < day), None)
    if ready:
        raise RefusedError(
            f"The sheet for the meeting of {ready.date} is there already: {ready.file}. For another day, say which: "
            f"refertext new meeting --on {day}"
        )


def _refuse_recorded(group: Group, day: date) -> None:
    id_ = f"{day}-group"
    there = group.meetings.get(group.resolve("meetings", id_))
    if there:
        raise RefusedError(f"The sheet for the meeting of {day} is there already: {there.file}.")
    refuse_taken(group, "meetings", id_)


def day_to_record(group: Group) -> date:
    """The day of the group meeting that is to be recorded now: the last one up to the as-of day that is not recorded
    yet, else the next one. It is as fixed at the meeting before, else by the settings, else the as-of day.
    """
    last = last_meeting(group)
    fixed = last.next if last and last.next and last.next > last.date else None
    day = fixed or next_meeting_day(group.settings, last.date if last else group.as_of - ONE_DAY)
    recorded = {meeting.date for meeting in group.meetings.values() if meeting.kind == "group"}
    while day and (day in recorded or _is_to_record(next_meeting_day(group.settings, day), group.as_of, recorded)):
        day = next_meeting_day(group.settings, day)
    return day or group.as_of


def _is_to_record(day: date | None, today: date, recorded: Collection[date]) -> bool:
    return day is not None and day <= today and day not in recorded


def _next_presenter(group: Group, day: date, then: date | None) -> str | None:
    """Who has waited longest, apart from whoever presents on the day."""
    sheet = agenda(group, day)
    turns = (turn.member for turn in sheet.turns if turn.member is not sheet.presenter)
    return next((member.id for member in turns if member.was_expected_on(then or day)), None)


def _still_open(group: Group, skeleton: Skeleton, day: date) -> Iterator[Intent]:
    """A list of what was taken on at meetings of the group and is not done, in front of the log."""
    actions = [action for meeting, _, action in open_actions(group) if meeting.is_group_meeting and meeting.date < day]
    if not actions:
        return
    lines = "\n".join(_line(group, action) for action in sorted(actions, key=lambda one: (one.due or day, one.who)))
    if _LOG in skeleton.text.splitlines():
        yield ReplaceLine(_LOG, f"{_OPEN}\n\n{lines}\n\n{_LOG}")
    else:
        yield AppendText(f"{_OPEN}\n\n{lines}")


def _line(group: Group, action: Action) -> str:
    by = f", by {action.due}" if action.due else ""
    return f"- {group.name(action.who)}: {' '.join(action.what.split())}{by}"


def _remarks(group: Group, day: date, then: date | None, here: list[str]) -> Iterator[str]:
    if here:
        yield (
            f"{len(here)} members are entered as present. Write down who was not: "
            f"refertext attend {day}-group MEMBER=absent, or lines under “## Log”."
        )
    elif day > group.as_of:
        yield "The day is to come, so nobody is entered as present yet. Absences can be announced ahead."
    if then is None:
        yield "Fix the next meeting before you part: refertext.yml does not say when you meet."
