"""Filing: the slips of a file become records and edits, and each line that is filed leads to its record."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from refertext.drafts.attendance_words import attendance_written
from refertext.drafts.draft import Draft, Edit, FileDraft, New, RefusedError
from refertext.group import Group
from refertext.records import Meeting, Referral, nearest
from refertext.records.keys import keys_at
from refertext.records.numbers import Money
from refertext.records.referral import Entry
from refertext.slips import Unclear, Understood, readings, sheets
from refertext.slips.changes import (
    Attended,
    Change,
    Fixed,
    Handed,
    Met,
    Noted,
    Presented,
    Taken,
    Thanked,
    TookOn,
    Visited,
)
from refertext.text import LOG
from refertext.text.edits import Append, EditRefused, InsertByDay, Intent, ReplaceLine, SetValue, edit
from refertext.text.edits.written import under_key
from refertext.text.wording import listed

_MOST = 4
"""Of files that are named in a refusal."""


def filing(group: Group, file: str) -> Draft:
    """The draft that files every line of a file that can be understood, and leaves the others as they are.

    RefusedError where there is no such file, or nothing in it that is a slip.
    """
    _refuse_without_slips(group, file)
    found = readings(group, file)
    done = [reading for reading in found if isinstance(reading, Understood)]
    left = sum(isinstance(reading, Unclear) for reading in found)
    stayed = "stayed as it is" if left == 1 else "stayed as they are"
    remarks = (f"{_counted(left, 'line')} of {file} cannot be understood yet, and {stayed}.",) if left else ()
    subject = f"File the log of {sheets(group)[file].day}"
    if not done:
        said = _nothing_understood(group, file) if left else f"Every line of {file} is filed already."
        return Draft(said, subject, remarks=remarks)
    parts = tuple(_parts(group, file, done))
    return Draft(_said(file, done), subject, parts, remarks)


def _nothing_understood(group: Group, file: str) -> str:
    if len(readings(group, file)) < len(sheets(group)[file].lines):
        return f"Nothing to file in {file}: every line that can be understood is filed already."
    return f"Nothing to file in {file}: no line of it can be understood yet."


def _refuse_without_slips(group: Group, file: str) -> None:
    if file in sheets(group):
        return
    known = sorted(sheets(group))
    near = nearest(file, known)
    waiting = [name for name in known if readings(group, name)]
    if file not in group.files:
        meant = f"Did you mean {near}?" if near else f"Not filed yet: {listed(waiting[-_MOST:])}." if waiting else ""
        raise RefusedError(f"There is no file “{file}” in this group that has slips in it. {meant}".rstrip())
    stem = file.rpartition("/")[2].rpartition(".")[0]
    if stem in group.unread["meetings"] or (file.startswith(f"{LOG}/") and file not in group.logs):
        raise RefusedError(f"{file} cannot be read, so nothing of it can be filed: refertext check says why.")
    raise RefusedError(
        f"There are no slips in {file}. Write them below a heading “## Log”, one a line, such as: - late Ida"
    )


def _parts(group: Group, file: str, done: Sequence[Understood]) -> Iterator[FileDraft]:
    """The new files, the edits of records, and the lines that become links."""
    edits: dict[str, list[Intent]] = {}
    new: dict[str, str] = {}
    for reading in done:
        for change in reading.changes:
            if isinstance(change, (Handed, Met)):
                name, text = _written(change)
                new[name] = text
            else:
                edits.setdefault(change.file, []).append(_intent(change))
    edits.setdefault(file, []).extend(_links(group, file, done))
    for name, text in new.items():
        yield New(name, _edited(text, name, edits.pop(name, [])))
    for name, intents in edits.items():
        yield Edit(name, tuple(intents))


def _edited(text: str, file: str, intents: Sequence[Intent]) -> str:
    """A new text with what later lines say of it, exactly as if it had been filed before."""
    made = edit(text, file, intents, partial(keys_at, Referral))
    if isinstance(made, EditRefused):
        raise RefusedError(f"Nothing was written: {file}: {made.said}.")
    return made.text


def _links(group: Group, file: str, done: Sequence[Understood]) -> Iterator[ReplaceLine]:
    """The lines that become others; of lines that read alike, each is counted from those above it that stay."""
    filed = {reading.line.start: reading for reading in done}
    alike: Counter[str] = Counter()
    at = 0
    for line in sheets(group)[file].text.split("\n"):
        text = line.rstrip(" \t\r")
        if reading := filed.get(at):
            by = reading.line.filed(posixpath.relpath(reading.file, posixpath.dirname(file)))
            yield ReplaceLine(text, by, alike[text])
        else:
            alike[text] += 1
        at += len(line) + 1


# What is written for each change


def _intent(change: Change) -> Intent:
    match change:
        case Attended(_, member, entry):
            return SetValue(("attendance", member), attendance_written(entry))
        case Visited(_, visitor):
            keys = ("name", "business", "category", "invited_by")
            return Append(("visitors",), _kept({key: getattr(visitor, key) for key in keys}))
        case Presented(_, member):
            return Append(("presented",), member)
        case TookOn(_, action):
            return Append(("actions",), _kept({"who": action.who, "what": action.what, "due": action.due}))
        case Fixed(_, key, value):
            return SetValue((key,), value)
        case Thanked(_, thanks):
            return SetValue(("thanked",), _kept({"date": thanks.date, "where": thanks.where, "words": thanks.words}))
        case Noted(_, entry):
            return InsertByDay(("history",), _entry(entry))
        case Taken(_, member):
            return Append(("taken_by",), member)
    raise TypeError(change)


def _entry(entry: Entry) -> dict[str, Any]:
    value = _money(entry.value) if entry.value else None
    keys = {key: getattr(entry, key) for key in ("date", "status", "kind", "by")}
    return _kept({**keys, "value": value, "note": entry.note, "ask": entry.ask, "answer": entry.answer})


def _money(money: Money) -> str:
    return f"{money.amount} {money.currency}" if money.currency else str(money.amount)


def _kept(values: dict[str, Any]) -> dict[str, Any]:
    return {key: str(value) for key, value in values.items() if value is not None}


def _written(change: Handed | Met) -> tuple[str, str]:
    """The file of a new record, and its text."""
    match change:
        case Handed(referral):
            return referral.file, _block(_referral(referral))
        case Met(meeting):
            body = f"\n{meeting.text}\n" if meeting.text else ""
            return meeting.file, f"---\n{_block(_meeting(meeting))}---\n{body}"


def _referral(referral: Referral) -> dict[str, Any]:
    keys = ("kind", "date", "from_", "to", "prospect", "about", "tier", "parent", "level")
    written = _kept({key.rstrip("_"): getattr(referral, key) for key in keys})
    consent = referral.consent
    return {**written, **({"consent": _kept({"date": consent.date, "how": consent.how})} if consent else {})}


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return {"kind": meeting.kind, "date": str(meeting.date), "between": list(meeting.between)}


def _block(keys: dict[str, Any]) -> str:
    return "".join(f"{line}\n" for line in under_key(keys, -2).lines)


# What is said of it


def _said(file: str, done: Sequence[Understood]) -> str:
    """How many lines were filed, and as what: `Filed 3 lines of …: 1 new referral and 2 thanks`."""
    counts: Counter[str] = Counter()
    for reading in done:
        for change in reading.changes:
            counts[_called(change)] += 1
    known = sum(not reading.changes for reading in done)
    told = [_counted(count, *what.split("|")) for what, count in counts.items()]
    told += [f"{_counted(known, 'line')} that said what was recorded already"] if known else []
    return f"Filed {_counted(len(done), 'line')} of {file}: {listed(told)}."


def _called(change: Change) -> str:
    match change:
        case Handed(referral):
            return f"new {referral.kind}|new {referral.kind}s"
        case Met():
            return "one-to-one|one-to-ones"
        case Attended():
            return "entry of the attendance|entries of the attendance"
        case Visited():
            return "visitor|visitors"
        case Presented():
            return "presenter|presenters"
        case TookOn():
            return "action|actions"
        case Thanked():
            return "thanks|thanks"
        case Noted():
            return "entry in a history|entries in histories"
        case Taken():
            return "lead taken up|leads taken up"
    return "day or presenter fixed|things fixed"


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or f'{one}s'}"
