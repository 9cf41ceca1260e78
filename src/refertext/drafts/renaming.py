"""Renaming: a record gets another id, and everything that names it follows.

The names of other files stay, though they may repeat the id: they are found under it by `former_ids`, and links from
elsewhere lead to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from refertext.drafts.draft import Draft, Edit, Move, RefusedError
from refertext.drafts.links import relinked
from refertext.drafts.renamable import refuse_name, refuse_unread, renamable
from refertext.group import Group
from refertext.group.references import references_to
from refertext.problem import Part, Path, Place
from refertext.records import BY_YEAR, FOLDERS, Agreement, Record
from refertext.records.terms import terms
from refertext.text.edits import Append, Intent, Remove, RenameKey, SetValue
from refertext.text.edits.intents import TEXT

_Intents = dict[str, list[Intent]]


@dataclass(frozen=True, slots=True)
class Renaming:
    """What is asked for: the record of a folder gets another id. With `forget` its old id is not kept in `former_ids`,
    since it says what must not be said.
    """

    folder: str
    old: str
    new: str
    forget: bool = False


def renaming(group: Group, asked: Renaming, read: Callable[[str], str | None], private: Group | None = None) -> Draft:
    """The file under its new name, with every reference to it in every record and in the settings.

    `read` gives the text of files that the group could not understand, None where even that is impossible: where the id
    may stand in one of them, nothing is renamed. `private` is the same group with what is in `private/` on top; the
    private files follow too.
    """
    record = renamable(group, asked.folder, asked.old)
    refuse_name(group, record, asked.folder, asked.new)
    if asked.forget and asked.folder != "prospects":
        raise RefusedError("Only the old id of a prospect can be forgotten: names of other files repeat the others.")
    refuse_unread(group, asked.old, read)
    to = _new_file(record, asked.new)
    changed = _changed(group, record, to, asked)
    moves = {record.file: to}
    if private:
        moves |= _private(private, record, to, changed, asked)
    return _draft(group, asked, moves, changed)


def _changed(group: Group, record: Record, to: str, asked: Renaming) -> _Intents:
    """What changes in each file: references as values and keys, waivers of the file, links, what follows from them."""
    changed: _Intents = defaultdict(list)
    for place in references_to(group, asked.folder, asked.old):
        changed[place.file].append(_renamed(group, place, asked.new))
    for waiver in group.settings.waivers:
        if waiver.file == record.file:
            changed[group.settings.file].append(SetValue((*waiver.path, "file"), to))
    for file, text in _texts(group):
        if (now := relinked(text, file, record.file, to)) != text:
            changed[file].append(SetValue(TEXT, now))
    for agreement in group.agreements.values():
        changed[agreement.file] += _same_terms(agreement, changed[agreement.file])
    changed[record.file] += _former_ids(record, asked)
    return changed


def _new_file(record: Record, new: str) -> str:
    """The file's new name; in the folder of another year only where it stood in a wrong one."""
    path = PurePosixPath(record.file).with_stem(new)
    folder = path.parts[0]
    if folder in BY_YEAR and len(path.parts) > 2:
        return f"{folder}/{new[:4]}/{path.name}"
    return str(path)


def _renamed(group: Group, place: Place, new: str) -> Intent:
    if place.part is Part.KEY:
        return RenameKey(place.path, new)
    return SetValue(_as_written(group, place), new)


def _as_written(group: Group, place: Place) -> Path:
    """The path of a value in its file: one member under `who` may stand there without a list."""
    match place.path:
        case ("commitments", int(number), "who", _):
            agreement = next(one for one in group.agreements.values() if one.file == place.file)
            if isinstance(agreement.written_commitments[number]["who"], str):
                return place.path[:-1]
    return place.path


def _texts(group: Group) -> Iterator[tuple[str, str]]:
    for folder in FOLDERS:
        for record in group.records(folder).values():
            if record.text:
                yield record.file, record.text
    for log in group.logs.values():
        yield log.file, log.text
    if group.settings.text:
        yield group.settings.file, group.settings.text


def _same_terms(agreement: Agreement, intents: list[Intent]) -> Iterator[Intent]:
    """New terms, where an agreement that is as it was agreed names the record: what was promised stays the same."""
    if not intents or not agreement.terms or agreement.terms.casefold() != agreement.written_terms:
        return
    commitments: list[Any] = list(agreement.written_commitments)
    text = agreement.text or ""
    for intent in intents:
        match intent:
            case SetValue(("text",), str(now)):
                text = now
            case SetValue(("commitments", int(number), "who", *rest), str(id_)):
                who = commitments[number]["who"]
                now_who = [id_ if [place] == rest else one for place, one in enumerate(who)] if rest else id_
                commitments[number] = {**commitments[number], "who": now_who}
    now_terms = terms(agreement.title, commitments, text)
    if now_terms != agreement.written_terms:
        yield SetValue(("terms",), now_terms)


def _former_ids(record: Record, asked: Renaming) -> Iterator[Intent]:
    """The old id is kept; and the new one, where the record had it before, is former no more."""
    if asked.new in record.former_ids:
        yield Remove(("former_ids", record.former_ids.index(asked.new)))
    if not asked.forget:
        yield Append(("former_ids",), asked.old)


def _private(private: Group, record: Record, to: str, changed: _Intents, asked: Renaming) -> dict[str, str]:
    """What becomes of private files: the references in them change, and the one laid over the record moves along."""
    used = private.private.used
    for place in references_to(private, asked.folder, asked.old):
        written = private.private.written_at(place)
        if written.file != place.file:
            changed[written.file].append(_renamed(private, written, asked.new))
    for file, overlay in used.items():
        text = overlay.keys.get("text")
        if isinstance(text, str) and (now := relinked(text, file, record.file, to)) != text:
            changed[overlay.file].append(SetValue(TEXT, now))
    if record.file not in used:
        return {}
    own = PurePosixPath(used[record.file].file)
    return {str(own): f"private/{PurePosixPath(to).with_suffix(own.suffix)}"}


def _draft(group: Group, asked: Renaming, moves: dict[str, str], changed: _Intents) -> Draft:
    moved = tuple(Move(file, to, tuple(changed.pop(file, ()))) for file, to in moves.items())
    edits = tuple(Edit(file, tuple(intents)) for file, intents in changed.items() if intents)
    kind = asked.folder[:-1]
    others = f", and {len(edits):,} other {'file says' if len(edits) == 1 else 'files say'} so too" if edits else ""
    return Draft(
        f"The {kind} {asked.old} is called {asked.new} now{others}.",
        f"Rename {kind} {asked.old} to {asked.new}",
        (*moved, *edits),
        tuple(_remarks(group, asked)),
    )


def _remarks(group: Group, asked: Renaming) -> Iterator[str]:
    if asked.forget:
        yield f"Git still knows “{asked.old}” from earlier versions of the files."
    if asked.folder != "members":
        return
    pairs = [id_ for id_ in group.partnerships if asked.old in id_.split("--")]
    if pairs:
        now = "--".join(sorted(asked.new if one == asked.old else one for one in pairs[0].split("--")))
        yield (
            f"The names of files that repeat “{asked.old}” stay as they are, which does no harm. To change one: "
            f"refertext rename partnership {pairs[0]} {now}"
        )
