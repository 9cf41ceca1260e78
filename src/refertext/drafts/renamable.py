"""What can be renamed, and what it can be called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from refertext.drafts.draft import RefusedError
from refertext.drafts.ids import refuse_form, refuse_taken
from refertext.group import Group
from refertext.group.meant import meant_ids, why_unread
from refertext.problem import Flaw
from refertext.records import BY_YEAR, FOLDERS, PACKAGED, Meeting, Record, Referral
from refertext.text.wording import listed

_MOST_NAMED = 5


def renamable(group: Group, folder: str, old: str) -> Record:
    """The record of that very id, if it can be read."""
    kind, records = folder[:-1], group.records(folder)
    if old in records:
        return records[old]
    if old in group.former[folder]:
        raise RefusedError(
            f"“{old}” is a former id: the {kind} is called {group.former[folder][old]} now. Say that one."
        )
    if old in group.unread[folder]:
        raise RefusedError(f"{why_unread(folder, old)} Mend it first.")
    if folder == "profiles" and old in PACKAGED:
        raise RefusedError(f"The profile {old} comes with refertext and keeps its name.")
    near = meant_ids(group, folder, [old]).get(old)
    meant = f"Did you mean {near}?" if near else f"Its id is the name of its file in {folder}/, without the ending."
    raise RefusedError(f"There is no {kind} “{old}”. {meant}")


def refuse_name(group: Group, record: Record, folder: str, new: str) -> None:
    """Refuses an id of the wrong form, one that does not begin with the record's day, and one that is taken."""
    if new == record.id:
        raise RefusedError(f"The {folder[:-1]} is called {new} already.")
    refuse_form(folder, new)
    day = _day(record)
    if folder in BY_YEAR and not new.startswith(f"{day}-"):
        raise RefusedError(f"The {folder[:-1]} is of {day}: let its new name begin with that, such as {day}-….")
    refuse_taken(group, folder, new, record)


def refuse_unread(group: Group, old: str, read: Callable[[str], str | None]) -> None:
    """Refuses where the id may stand in what could not be understood: it would be changed everywhere but there."""
    if group.lost:
        raise RefusedError(f"{listed(sorted(f'“{name}”' for name in group.lost))} cannot be read. Mend that first.")
    found = [file for file in sorted(_not_understood(group)) if _may_hold(read(file), old)]
    if found:
        named = listed(
            [*found[:_MOST_NAMED], *([f"{len(found) - _MOST_NAMED} more"] if len(found) > _MOST_NAMED else [])]
        )
        raise RefusedError(
            f"“{old}” may stand in {named}, which cannot be read as it is, so nothing was renamed. "
            "Mend that first: “refertext check” says how."
        )


def _may_hold(text: str | None, id_: str) -> bool:
    """Whether an id may stand in a text: one that cannot be had, or is of another encoding, may hold anything."""
    return text is None or "\0" in text or bool(re.search(rf"(?<![\w-]){re.escape(id_)}(?![\w-])", text))


def _day(record: Record) -> date | None:
    return record.date if isinstance(record, Referral | Meeting) else None


def _not_understood(group: Group) -> set[str]:
    """The files in which references could not be found: unreadable, not where records stand, settings with faults."""
    understood = {record.file for folder in FOLDERS for record in group.records(folder).values()}
    understood |= group.logs.keys()
    settings = group.settings.file
    return {file for file in group.files if file not in understood and file != settings} | (
        {settings} if any(flaw.place.file == settings for flaw in _flaws(group)) else set()
    )


def _flaws(group: Group) -> Iterator[Flaw]:
    for flaws in group.flaws.values():
        yield from flaws
