"""Attendance: who came to a group meeting, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from refertext.drafts.attendance_words import attendance_written, status_called, still_fits, with_more
from refertext.drafts.draft import Draft, Edit, RefusedError
from refertext.group import Group
from refertext.group.meeting_days import held_meetings
from refertext.group.non_members import why_no_member
from refertext.group.unsaid import strangers, without_a_word
from refertext.records import Meeting, nearest
from refertext.records.meeting import ANNOUNCED, IN_PERSON, PRESENCES, Attendance
from refertext.text.edits import SetValue
from refertext.text.wording import folded, listed

_MOST = 3
"""Of names that are listed; more are counted."""
_CAME = (*IN_PERSON, "substitute")


def attend(group: Group, meeting: str, said: Mapping[str, str], rest: str | None = None) -> Draft:
    """The draft that writes down who attended a group meeting.

    `meeting` is its id, its day or `last`. `said` holds for members' ids the status, with more after a colon: the day
    an absence was announced (`absent:2026-03-04`), or the substitute's name, business and category
    (`substitute:Jo Reed, Reed Payroll, people/payroll`). All members of that day of whom nothing is said get the
    status `rest`. RefusedError where that cannot be.
    """
    meant = meeting_called(group, meeting)
    new = {}
    for id_, words in said.items():
        _refuse_non_member(group, meant, id_)
        new[id_] = _attendance(group, meant, id_, words)
    new |= _the_rest(group, meant, new, rest)
    if not new and rest is None:
        raise RefusedError("Say who attended: a member's id and how, for example lee-ortiz=late, or --rest present.")
    changed = {id_: now for id_, now in new.items() if _present_entry(group, meant, id_) != now}
    return _draft(group, meant, changed, new)


def meeting_called(group: Group, text: str) -> Meeting:
    """The group meeting that a text means: its id, its day, or `last`. RefusedError with what there is instead."""
    if folded(text) == "last":
        held = held_meetings(group)
        if not held:
            raise RefusedError(
                f"There is no group meeting up to {group.as_of}. Record one: refertext new meeting --on DAY"
            )
        return held[-1]
    id_ = group.resolve("meetings", text.rpartition("/")[2].removesuffix(".md").removesuffix(".yml"))
    meeting = group.meetings.get(id_) or _of_the_day(group, id_)
    if meeting is None:
        raise RefusedError(_no_meeting(group, text, id_))
    if meeting.kind != "group":
        raise RefusedError(
            f"“{meeting.id}” is a {meeting.kind}: attendance is written down for group meetings. "
            "Who met is under between: there."
        )
    if not meeting.took_place:
        raise RefusedError(f"The meeting of {meeting.date} was cancelled, so nobody attended it.")
    return meeting


def _of_the_day(group: Group, text: str) -> Meeting | None:
    """The only group meeting of a day; one that was cancelled where there is no other."""
    meetings = [m for m in group.meetings.values() if m.kind == "group" and m.date.isoformat() == text]
    took_place = [meeting for meeting in meetings if meeting.took_place] or meetings
    if len(took_place) > 1:
        ids = listed(sorted(meeting.id for meeting in took_place), "or")
        raise RefusedError(f"There are {len(took_place)} group meetings on {text}. Name one by its id: {ids}.")
    return took_place[0] if took_place else None


def _no_meeting(group: Group, text: str, id_: str) -> str:
    unread = sorted(name for name in group.unread["meetings"] if name == id_ or name.startswith(f"{id_}-"))
    if unread:
        return f"The file of “{unread[0]}” in meetings/ cannot be read: “refertext check” says why."
    known = [meeting.id for meeting in group.meetings.values() if meeting.kind == "group"]
    days = [meeting.date.isoformat() for meeting in group.group_meetings]
    near = nearest(id_, [*known, *days])
    last = f" The last ones were on {listed(days[-_MOST:])}." if days else ""
    return f"There is no group meeting “{text}”.{f' Did you mean {near}?' if near else last}"


def _refuse_non_member(group: Group, meeting: Meeting, id_: str) -> None:
    member = group.members[id_]
    why = why_no_member(member, meeting.date)
    if why:
        raise RefusedError(
            f"{member.name} was no member on {meeting.date} ({why}). Write candidates and former members under "
            f"visitors: as name: {member.name}, or correct the days in {member.file}."
        )


# What is said of one member


def _attendance(group: Group, meeting: Meeting, id_: str, words: str) -> Attendance:
    """How a member attended, by what is said now and what was written before as far as it still fits."""
    word, _, more = (part.strip() for part in words.partition(":"))
    status = status_called(word)
    now = still_fits(_present_entry(group, meeting, id_), status)
    if more:
        now = with_more(group, meeting, id_, now, more)
    if meeting.date > group.as_of and status not in ANNOUNCED:
        raise RefusedError(
            f"The meeting of {meeting.date} has not taken place yet (as of {group.as_of}), so {group.name(id_)} cannot "
            f"be {status} there. What can be announced is excused or absent."
        )
    return now


# All others


def _the_rest(
    group: Group, meeting: Meeting, new: Mapping[str, Attendance], rest: str | None
) -> Mapping[str, Attendance]:
    """An entry for each member of the day of whom nothing is said."""
    if rest is None:
        return {}
    status = status_called(rest)
    if status == "substitute":
        raise RefusedError("Substitutes have names of their own: write each, for example lee-ortiz=substitute:Jo Reed.")
    unknown = strangers(group, meeting)
    if unknown:
        raise RefusedError(
            f"Under attendance: in {meeting.file} stands “{unknown[0]}”, who is no member, so that nobody can tell who "
            "the rest are. Correct that first."
        )
    return {
        member.id: _attendance(group, meeting, member.id, status)
        for member in without_a_word(group, _as_it_would_be(meeting, new))
    }


def _as_it_would_be(meeting: Meeting, new: Mapping[str, Attendance]) -> Meeting:
    """The meeting with the new entries. That somebody presented says where they were, but is no entry yet."""
    return replace(meeting, attendance={**meeting.attendance, **new}, presented=())


# What is written


def _key(group: Group, meeting: Meeting, id_: str) -> str:
    """Under which id a member stands in the attendance; the present one where there is no entry yet."""
    return next((key for key in meeting.attendance if group.same_member(key, id_)), id_)


def _present_entry(group: Group, meeting: Meeting, id_: str) -> Attendance | None:
    return meeting.attendance.get(_key(group, meeting, id_))


def _draft(group: Group, meeting: Meeting, changed: Mapping[str, Attendance], new: Mapping[str, Attendance]) -> Draft:
    subject = f"Record who attended on {meeting.date}"
    remarks = tuple(_remarks(group, meeting, new))
    if not changed:
        so = f" says so already: {_told(group, new)}" if new else " says of everybody whether they attended"
        said = f"Nothing to do: {meeting.file}{so}."
        return Draft(said, subject, remarks=remarks)
    intents = tuple(
        SetValue(("attendance", _key(group, meeting, id_)), attendance_written(entry)) for id_, entry in changed.items()
    )
    said = f"Recorded for the meeting of {meeting.date}: {_told(group, changed)}."
    return Draft(said, subject, (Edit(meeting.file, intents),), remarks)


def _told(group: Group, entries: Mapping[str, Attendance]) -> str:
    """Who is what, by status in one order: `Brian Cho and Kit Larsen present; Lee Ortiz absent (told on …)`."""
    by_status: dict[str, list[str]] = {status: [] for status in PRESENCES}
    for id_, entry in entries.items():
        more = f"told on {entry.notice}" if entry.notice else entry.name or ""
        by_status[entry.status].append(f"{group.name(id_)}{f' ({more})' if more else ''}")
    return "; ".join(f"{listed(names)} {status}" for status, names in by_status.items() if names)


def _remarks(group: Group, meeting: Meeting, new: Mapping[str, Attendance]) -> Iterator[str]:
    for id_, entry in new.items():
        if entry.status == "substitute" and not entry.name:
            yield f"Nobody knows who stood in for {group.name(id_)}: write {id_}=substitute: and the name."
        leave = next((x for x in group.members[id_].leave if x.from_ <= meeting.date <= x.until), None)
        if leave and entry.status in _CAME:
            yield (
                f"{group.name(id_)} is on leave from {leave.from_} until {leave.until}, so the meeting does not count "
                "for them; correct the leave if it was shorter."
            )
    after = replace(_as_it_would_be(meeting, new), presented=meeting.presented)
    missing = [member.name for member in without_a_word(group, after)] if meeting.date <= group.as_of else []
    if missing:
        yield f"Nothing is said yet of {_few(missing)}."


def _few(names: Sequence[str]) -> str:
    return listed(names if len(names) <= _MOST else [*names[:_MOST], f"{len(names) - _MOST} more"])
