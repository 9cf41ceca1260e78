"""How somebody attended, in the words of a request: the status, the day of a notice, a substitute."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import get_args

from pydantic_core import PydanticCustomError

from refertext.drafts.draft import RefusedError
from refertext.group import Group
from refertext.records import Meeting, nearest
from refertext.records.meeting import Attendance, Presence
from refertext.records.types import parse_day
from refertext.text.wording import folded, listed

STATUSES: tuple[str, ...] = get_args(Presence)
"""How a member may have attended."""
ANNOUNCED = ("excused", "absent")
"""The statuses of which notice is given."""

_OTHER_WORDS = {
    "here": "present",
    "there": "present",
    "came": "present",
    "missing": "absent",
    "away": "absent",
    "sub": "substitute",
    "apologies": "excused",
    "sorry": "excused",
}
_SHORT_DAY = re.compile(r"\d{1,2}-\d{1,2}\Z", re.ASCII)


def still_fits(before: Attendance | None, status: Presence) -> Attendance:
    """What was written before of a member as far as it fits the status: all of it where that is the same."""
    if before is None or before.status == status:
        return before or Attendance(status=status)
    if status == "substitute":
        return Attendance(status=status, name=before.name, business=before.business, category=before.category)
    return Attendance(status=status, notice=before.notice if status in ANNOUNCED else None)


def status_called(word: str) -> Presence:
    """The status that a word means. RefusedError with the nearest one, or all."""
    wanted = folded(word)
    for status in get_args(Presence):
        if wanted == status:
            known: Presence = status
            return known
    near = _OTHER_WORDS.get(wanted) or nearest(wanted, STATUSES)
    choices = listed(STATUSES, "or")
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
    """The day of a notice; `03-04` is the latest such day up to the meeting."""
    if _SHORT_DAY.match(text):
        month, day = text.split("-")
        for year in (meeting.date.year, meeting.date.year - 1):
            written = f"{year}-{month:0>2}-{day:0>2}"
            if written <= meeting.date.isoformat():
                text = written
                break
    try:
        notice = parse_day(text)
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
    parts = [part for part in (" ".join(part.split()) for part in text.split(",")) if part]
    categories = {folded(name): name for name in group.category_names}
    named = [part for part in parts if folded(part) not in categories]
    meant = [categories[folded(part)] for part in parts if folded(part) in categories]
    slashed = next((part for part in named if "/" in part and " " not in part), None)
    if slashed:
        near = nearest(slashed, group.category_names)
        hint = f"Did you mean {near}?" if near else "The categories stand in refertext.yml."
        raise RefusedError(f"There is no category “{slashed}”. {hint}")
    if not named or len(named) > 2 or len(meant) > 1:
        raise RefusedError(
            f"“{text}”: of a substitute one can say the name, the business and the category, for example "
            f"{id_}=substitute:Jo Reed, Reed Payroll, people/payroll."
        )
    is_the_same = now.name is not None and folded(now.name) == folded(named[0])
    kept = now if is_the_same else Attendance(status=now.status)
    return replace(
        kept,
        name=named[0],
        business=named[1] if len(named) > 1 else kept.business,
        category=meant[0] if meant else kept.category,
    )
