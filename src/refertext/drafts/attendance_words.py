"""How somebody attended, in the words of a request: the status, the day of a notice, a substitute."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from refertext.drafts.draft import RefusedError
from refertext.group import Group
from refertext.group.trades import TradeError, trade
from refertext.patterns import pattern
from refertext.records import Meeting, choice_meant
from refertext.records.days import parse_day
from refertext.records.meeting import ANNOUNCED, PRESENCES, Attendance, Presence
from refertext.slips.days import day_before
from refertext.slips.piece import Piece
from refertext.slips.slip import UnclearError
from refertext.text.wording import capitalised, folded, listed

_SHORT_DAY = pattern(r"\d{1,2}-\d{1,2}\Z", re.ASCII)


def still_fits(before: Attendance | None, status: Presence) -> Attendance:
    """What was written before of a member as far as it fits the status: all of it where that is the same."""
    if before is None or before.status == status:
        return before or Attendance(status=status)
    if status == "substitute":
        return Attendance(status=status, name=before.name, business=before.business, category=before.category)
    return Attendance(status=status, notice=before.notice if status in ANNOUNCED else None)


def attendance_written(entry: Attendance) -> str | dict[str, Any]:
    """An entry as plain data: one word where that says it all."""
    keys = {"name": entry.name, "business": entry.business, "category": entry.category, "notice": entry.notice}
    more = {key: str(value) for key, value in keys.items() if value is not None}
    return {"status": entry.status, **more} if more else entry.status


def status_called(word: str) -> Presence:
    """The status that a word means. RefusedError with the one probably meant, or all."""
    wanted = folded(word)
    for status in PRESENCES:
        if wanted == status:
            return status
    near = choice_meant(wanted, PRESENCES)
    choices = listed(PRESENCES, "or")
    raise RefusedError(f"“{word}” is no way to attend. " + (f"Did you mean {near}?" if near else f"Write {choices}."))


def with_more(group: Group, meeting: Meeting, id_: str, now: Attendance, more: str) -> Attendance:
    """An entry with what is said after the status: the day of a notice, or a substitute. RefusedError otherwise."""
    if now.status == "substitute":
        return _with_substitute(group, id_, now, more)
    if now.status in ANNOUNCED:
        return replace(now, notice=_notice(group, meeting, more))
    raise RefusedError(
        f"“{id_}={now.status}:{more}”: nothing more can be said of {now.status}. After a colon stands the day an "
        f"absence was announced, {id_}=absent:{meeting.date}, or a substitute's name, {id_}=substitute:Jo Reed."
    )


def _notice(group: Group, meeting: Meeting, text: str) -> date:
    """The day of a notice; `03-04` is the latest such day up to the meeting, as in a slip."""
    try:
        notice = day_before(Piece(text), meeting.date) if _SHORT_DAY.match(text) else parse_day(text)
    except UnclearError as error:
        raise RefusedError(f"The day of a notice: {error.fault.said}; {error.fault.mend}.") from None
    except PydanticCustomError as error:
        said = error.message()
        mend = (error.context or {})["mend"]
        raise RefusedError(f"The day of a notice: {said}; {mend}.") from None
    if notice > meeting.date:
        raise RefusedError(
            f"The notice of {notice} came after the meeting of {meeting.date}. A notice is given before: write the "
            "day, or only the status where nothing was said before."
        )
    if notice > group.present:
        raise RefusedError(f"The notice of {notice} has not been given yet (as of {group.present}). Write its day.")
    return notice


def _with_substitute(group: Group, id_: str, now: Attendance, text: str) -> Attendance:
    """The substitute's name, then the business, then the category, which is told by its being one."""
    name, *more = [part for part in (" ".join(part.split()) for part in text.split(",")) if part] or [""]
    if not name or folded(name) in map(folded, group.category_names):
        raise RefusedError(_how_to_name(id_, text))
    try:
        business, category = trade(group, more)
    except TradeError as error:
        what = f"{error.said}. {capitalised(error.mend)}"
        raise RefusedError(what if error.is_category else _how_to_name(id_, text)) from None
    is_the_same = now.name is not None and folded(now.name) == folded(name)
    kept = now if is_the_same else Attendance(status=now.status)
    return replace(kept, name=name, business=business or kept.business, category=category or kept.category)


def _how_to_name(id_: str, text: str) -> str:
    return (
        f"“{text}”: of a substitute one can say the name, the business and the category, for example "
        f"{id_}=substitute:Jo Reed, Reed Payroll, people/payroll."
    )
