"""Loading: sources become records, records become the group."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from refertext.group.group import Group
from refertext.problem import Flaw, FlawKind, Place, See
from refertext.records import (
    BY_YEAR,
    FOLDERS,
    SETTINGS_FILE,
    Record,
    Settings,
    decode,
    decode_settings,
    nearest,
)
from refertext.text import Source, parse

_ID = re.compile(r"[a-z0-9]+(?:-{1,2}[a-z0-9]+)*\Z", re.ASCII)
_MOST_CHARACTERS = 120
_SUFFIXES = (".yml", ".md")
_RESERVED = frozenset({"everyone", "group", "none", "outside"})
_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z", re.ASCII)

Records = dict[str, dict[str, Record]]


def load(
    sources: Iterable[Source],
    today: Callable[[str], date],
    as_of: date | None = None,
    materials: Iterable[str] = (),
) -> Group:
    """The group in the files of a repository, as of a day: the one given, else the one the settings pin, else
    what `today` says for the group's time zone.

    Everything wrong with the files by themselves is in the group's `flaws`; nothing raises.
    """
    loading = _Loading()
    for source in sources:
        loading.add(source)
    loading.claim_ids()
    settings = loading.settings
    flaws: dict[FlawKind, list[Flaw]] = {kind: [] for kind in FlawKind}
    for flaw in loading.flaws:
        flaws[flaw.kind].append(flaw)
    records: dict[str, Any] = loading.records
    return Group(
        as_of=as_of or settings.as_of or today(settings.timezone),
        looking_back=as_of is not None and (settings.as_of is None or as_of < settings.as_of),
        settings=settings,
        settings_read=loading.settings_read,
        unread={folder: frozenset(ids) for folder, ids in loading.unread.items()},
        former=loading.former,
        flaws=flaws,
        files=frozenset(loading.names),
        materials=frozenset(materials),
        **records,
    )


class _Loading:
    """What has been understood so far."""

    def __init__(self) -> None:
        self.settings: Settings = decode_settings(None)[0]
        self.settings_read = False
        self.records: Records = {folder: {} for folder in FOLDERS}
        self.unread: dict[str, set[str]] = {folder: set() for folder in FOLDERS}
        self.former: dict[str, dict[str, str]] = {folder: {} for folder in FOLDERS}
        self.files: dict[str, dict[str, str]] = {folder: {} for folder in FOLDERS}
        self.flaws: list[Flaw] = []
        self.names: set[str] = set()

    def add(self, source: Source) -> None:
        self.names.add(source.file)
        if source.file == SETTINGS_FILE:
            document = parse(source)
            self.settings, shape_flaws = decode_settings(document.data)
            self.settings_read = document.data is not None
            self.flaws += (*document.flaws, *shape_flaws)
            return
        path = PurePosixPath(source.file)
        folder = path.parts[0]
        if source.flaw and path.suffix not in _SUFFIXES and source.flaw.kind is not FlawKind.STRAY_FILE:
            self.flaws.append(source.flaw)
            return
        stray = _stray(path, folder)
        if stray:
            self.flaws.append(stray)
        else:
            self.add_record(source, folder, path.stem)

    def add_record(self, source: Source, folder: str, id_: str) -> None:
        form = _id_flaw(folder, id_, source.file)
        if form:
            self.flaws.append(form)
        earlier = self.files[folder].setdefault(id_.casefold(), source.file)
        if earlier != source.file:
            self.flaws.append(_collision(id_, source.file, earlier))
        document = parse(source)
        self.flaws += document.flaws
        record = None
        if document.data is not None:
            record, shape_flaws = decode(FOLDERS[folder], document.data, source.file)
            self.flaws += shape_flaws
        if record is None:
            self.unread[folder].add(id_)
        elif earlier == source.file:
            self.records[folder][id_] = record

    def claim_ids(self) -> None:
        """Former ids lead to their records, unless they collide with another id."""
        for folder, records in self.records.items():
            for record in records.values():
                for number, former in enumerate(record.former_ids):
                    other = self.files[folder].setdefault(former.casefold(), record.file)
                    place = Place(record.file, ("former_ids", number))
                    if other != record.file:
                        self.flaws.append(_collision(former, record.file, other, place))
                    elif former != record.id:
                        self.former[folder][former] = record.id


def _stray(path: PurePosixPath, folder: str) -> Flaw | None:
    """What is wrong with where a file stands, if anything is."""
    place = Place(str(path), offsets=(0, 0))
    if folder not in FOLDERS:
        near = nearest(folder, FOLDERS) or ""
        said = f"there is no kind of record “{folder}”"
        return Flaw(FlawKind.STRAY_FILE, place, folder, said, f"rename the folder to {near}")
    if path.suffix not in _SUFFIXES:
        near = ".yml" if path.suffix.lower() in (".yaml", ".yml", ".json") else ".md"
        said = "records end in .yml or .md"
        return Flaw(
            FlawKind.STRAY_FILE,
            place,
            path.name,
            said,
            f"rename it to {path.stem}{near}, or move it out of {folder}/",
        )
    depth = len(path.parts) - 2
    if depth == 0 or (depth == 1 and folder in BY_YEAR and re.fullmatch(r"\d{4}", path.parts[1], re.ASCII)):
        return None
    where = (
        f"{folder}/ or a folder of a year in it, such as {folder}/2026/" if folder in BY_YEAR else f"{folder}/ itself"
    )
    return Flaw(FlawKind.STRAY_FILE, place, path.name, f"records stand in {where}", f"move it to {where}")


def _id_flaw(folder: str, id_: str, file: str) -> Flaw | None:
    if _ID.match(id_) and len(id_) <= _MOST_CHARACTERS and not _WINDOWS.match(id_) and id_ not in _RESERVED:
        return None
    said = "it is a word with a meaning of its own" if id_ in _RESERVED else ""
    if len(id_) > _MOST_CHARACTERS:
        said = f"it is longer than {_MOST_CHARACTERS} characters"
    elif _WINDOWS.match(id_):
        said = "Windows keeps this name for itself"
    better = re.sub(r"[^a-z0-9]+", "-", id_.casefold()).strip("-") or folder
    mend = (
        f"rename the file to {better}{PurePosixPath(file).suffix}" if not said else "choose another name for the file"
    )
    return Flaw(FlawKind.ID_FORM, Place(file, offsets=(0, 0)), id_, said, mend)


def _collision(id_: str, file: str, other: str, place: Place | None = None) -> Flaw:
    see = See("this one has it already", Place(other, offsets=(0, 0)))
    return Flaw(FlawKind.ID_COLLISION, place or Place(file, offsets=(0, 0)), id_, see=(see,))
