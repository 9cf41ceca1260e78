"""Ids of records that are to be: which are free, and how dated ones are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath

from refertext.drafts.draft import RefusedError
from refertext.group import Group
from refertext.group.ids import MOST_CHARACTERS, better_id, is_id, why_no_id
from refertext.records import PACKAGED, Record
from refertext.slips.tag import dated_id as named


def refuse_form(folder: str, id_: str) -> None:
    """Refuses what cannot be an id, and says what to write instead."""
    if is_id(id_):
        return
    better = better_id(folder, id_)
    if is_id(better) and better != id_:
        raise RefusedError(f"“{id_}” cannot be an id: write {better}, in small letters a to z, digits and hyphens.")
    said = why_no_id(better) if better else "an id is made of small letters a to z, digits and hyphens"
    raise RefusedError(f"“{id_}” cannot be an id: {said}. Choose another.")


def refuse_taken(group: Group, folder: str, id_: str, own: Record | None = None) -> None:
    """Refuses an id that another record than one's own has, or had, and says one that is free."""
    taken = next(_taken_by(group, folder, id_, own), None)
    if taken:
        raise RefusedError(f"“{id_}” is taken: {taken}. Choose another id, such as {_free(group, folder, id_, own)}.")


def id_from(group: Group, folder: str, name: str, asked: str | None = None) -> str:
    """The id that is asked for, else the one made of a name; RefusedError where that is none, or is taken."""
    id_ = asked or better_id(folder, name)[:MOST_CHARACTERS].strip("-")
    if not id_:
        raise RefusedError(f"No id can be made of “{name}”. Give one with --id, in small letters a to z, and digits.")
    refuse_form(folder, id_)
    taken = next(_taken_by(group, folder, id_, None), None)
    if taken:
        other = _free(group, folder, id_, None)
        raise RefusedError(f"“{id_}” is taken: {taken}. If this is another one, give it an id: --id {other}")
    return id_


def dated_id(group: Group, folder: str, day: date, names: Iterable[str], tags: Iterable[str]) -> str:
    """The id of a referral or meeting: its day, whom it is about, and the first of some tags that makes it one of its
    own.
    """
    people = list(names)
    for tag in tags:
        id_ = named(day, people, tag)
        if not any(_taken_by(group, folder, id_, None)):
            return id_
    raise RefusedError(f"Every name that was tried for the new file in {folder}/ is taken. Ask once more.")


def _taken_by(group: Group, folder: str, id_: str, own: Record | None) -> Iterator[str]:
    """What has an id already, in words; ids that differ in capitals only are the same for many computers."""
    for file in group.files:
        path = PurePosixPath(file)
        if path.parts[0] == folder and path.stem.casefold() == id_ and not (own and file == own.file):
            yield f"{file} has it"
    for former, present in group.former[folder].items():
        if former.casefold() == id_ and not (own and present == own.id):
            yield f"it is a former id of {present}"
    if id_ in group.unread[folder] and not (own and better_id(folder, own.id) == id_):
        yield f"a file in {folder}/ that cannot be read has it"
    if folder == "profiles" and id_ in PACKAGED:
        yield "a profile that comes with refertext has it"


def _free(group: Group, folder: str, id_: str, own: Record | None) -> str:
    number = 2
    while any(_taken_by(group, folder, f"{id_}-{number}", own)):
        number += 1
    return f"{id_}-{number}"
