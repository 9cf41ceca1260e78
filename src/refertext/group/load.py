"""Loading: sources become records, records become the group."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from refertext.group.group import Group
from refertext.group.ids import better_id, is_id, why_no_id
from refertext.group.log import Log, day_of, stray_log
from refertext.group.private import Overlay, Overlays, overlaid
from refertext.group.wrong_folder import in_wrong_folder
from refertext.patterns import pattern
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
from refertext.records.told_once import told_once
from refertext.text import LOG, Source, parse

_RECORD = pattern(r"([a-z]+)/([0-9]{4}/)?([^/]+)\.(?:yml|md)\Z", re.DOTALL)
_SUFFIXES = (".yml", ".md")
_MEANT = {".yml": ".yml", ".yaml": ".yml", ".json": ".yml", ".md": ".md", ".markdown": ".md"}
"""The endings of records that people write otherwise, in small letters."""
_WISH = ("prospects", "do_not_contact", "yes")

Records = dict[str, dict[str, Record]]


def load(
    sources: Iterable[Source],
    today: Callable[[str], date],
    as_of: date | None = None,
    materials: Iterable[str] = (),
    private: Iterable[Source] = (),
) -> Group:
    """The group in the files of a repository, as of a day: the one given, else the one it is for the group: the
    day the settings pin, else what `today` says for the group's time zone.

    `private` are files under `private/` whose keys win over those of the records of the same name; what is wrong with
    them is in the group's `private`. Everything wrong with the other files by themselves is in its `flaws`; nothing
    raises.
    """
    loading = _Loading()
    for source in private:
        loading.overlays.add(source)
    for source in sources:
        loading.add(source)
    loading.claim_ids()
    settings = loading.settings
    flaws: dict[FlawKind, list[Flaw]] = {kind: [] for kind in FlawKind}
    for flaw in loading.flaws:
        flaws[flaw.kind].append(flaw)
    records: dict[str, Any] = loading.records
    now = settings.as_of or today(settings.timezone)
    return Group(
        as_of=as_of or now,
        present=max(now, as_of or now),
        settings=settings,
        settings_read=loading.settings_read,
        lost=frozenset(loading.lost),
        unread={folder: frozenset(ids) for folder, ids in loading.unread.items()},
        former=loading.former,
        flaws=flaws,
        files=frozenset(loading.names),
        materials=frozenset(materials),
        private=loading.overlays.all(loading.names),
        logs=loading.logs,
        **records,
    )


class _Loading:
    """What has been understood so far."""

    def __init__(self) -> None:
        self.settings: Settings = decode_settings(None)[0]
        self.settings_read = False
        self.records: Records = {folder: {} for folder in FOLDERS}
        self.unread: dict[str, set[str]] = {folder: set() for folder in FOLDERS}
        self.lost: set[str] = set()
        self.former: dict[str, dict[str, str]] = {folder: {} for folder in FOLDERS}
        self.files: dict[str, dict[str, str]] = {folder: {} for folder in FOLDERS}
        self.flaws: list[Flaw] = []
        self.names: set[str] = set()
        self.logs: dict[str, Log] = {}
        self.overlays = Overlays()

    def add(self, source: Source) -> None:
        self.names.add(source.file)
        if source.file == SETTINGS_FILE:
            document = parse(source)
            self.settings, shape_flaws = decode_settings(document.data)
            self.settings_read = document.data is not None
            self.flaws += told_once(document.flaws, shape_flaws)
            return
        if source.file.startswith(f"{LOG}/"):
            self.add_log(source)
            return
        found = _RECORD.match(source.file)
        folder, year, id_ = found.groups() if found else ("", None, "")
        if folder in FOLDERS and (year is None or folder in BY_YEAR):
            self.add_record(source, folder, id_)
        elif source.flaw and source.flaw.kind is not FlawKind.STRAY_FILE and not source.file.endswith(_SUFFIXES):
            self.flaws.append(source.flaw)
            self.lost.update({source.file} & FOLDERS.keys())
        else:
            self.add_stray(PurePosixPath(source.file))

    def add_log(self, source: Source) -> None:
        day = day_of(source.file)
        if source.flaw and source.flaw.kind is not FlawKind.STRAY_FILE:
            self.flaws.append(source.flaw)
        elif source.flaw or day is None:
            self.flaws.append(stray_log(source.file))
        else:
            document = parse(source)
            self.flaws += document.flaws
            text = document.data.get("text") if document.data else None
            if isinstance(text, str):
                self.logs[source.file] = Log(source.file, day, text)

    def add_stray(self, path: PurePosixPath) -> None:
        """What is meant to be a record counts as known, so that references to it wait until it is mended."""
        self.flaws.append(_stray(path))
        if path.parts[0] not in FOLDERS:
            self.lost.update(filter(None, [nearest(path.parts[0], FOLDERS)]))
        id_ = PurePosixPath(_meant_name(path)).stem
        if id_ and path.parts[0] in FOLDERS and not why_no_id(id_):
            self.unread[path.parts[0]].add(id_)

    def add_record(self, source: Source, folder: str, id_: str) -> None:
        form = _id_flaw(folder, id_, source.file)
        if form:
            self.flaws.append(form)
            better = better_id(folder, id_)
            if better and not why_no_id(better):
                self.unread[folder].add(better)
        is_first = self.claim(folder, id_, source.file)
        document = parse(source)
        record: Record | None = None
        shape_flaws: tuple[Flaw, ...] = ()
        overlay = self.overlays.take(source.file)
        if document.data is not None:
            record, shape_flaws = self.decoded(folder, document.data, source.file, overlay)
            meant = None if record or overlay else in_wrong_folder(folder, document.data, source.file)
            if meant:
                self.unread[meant[0]].add(id_)
                shape_flaws = (meant[1],)
        elif overlay:
            self.overlays.lose(overlay, source.file)
        self.flaws += told_once(document.flaws, shape_flaws)
        if record is None:
            self.unread[folder].add(id_)
        elif is_first:
            self.records[folder][id_] = record

    def claim(self, folder: str, id_: str, file: str) -> bool:
        """Whether an id is that of a file: the first one has it, but one in the folder of the year before others."""
        earlier = self.files[folder].setdefault(id_.casefold(), file)
        if earlier == file:
            return True
        if not _is_in_its_year(file) or _is_in_its_year(earlier):
            self.flaws.append(_collision(id_, file, earlier))
            return False
        self.files[folder][id_.casefold()] = file
        copied = PurePosixPath(earlier).stem
        self.records[folder].pop(copied, None)
        self.flaws.append(_collision(copied, earlier, file))
        return True

    def decoded(
        self, folder: str, data: dict[str, Any], file: str, overlay: Overlay | None
    ) -> tuple[Record | None, tuple[Flaw, ...]]:
        """The record in some data, private keys on top; without them where they do not fit, but that somebody does not
        want to be contacted holds all the same.
        """
        if overlay is None:
            return decode(FOLDERS[folder], data, file)
        together, misfits = decode(FOLDERS[folder], overlaid(data, overlay.keys), file)
        if together:
            self.overlays.use(file, overlay)
            return together, ()
        wish = {key: said for key, said in overlay.keys.items() if (folder, key, said) == _WISH}
        if wish and len(overlay.keys) > 1:
            record, flaws = self.decoded(folder, data, file, Overlay(overlay.file, wish))
            if record:
                self.overlays.misfit(overlay, misfits, "is used for do_not_contact only")
            return record, flaws
        record, flaws = decode(FOLDERS[folder], data, file)
        if record:
            self.overlays.misfit(overlay, misfits, "is not used")
        else:
            self.overlays.lose(overlay, file)
        return record, flaws

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


def _stray(path: PurePosixPath) -> Flaw:
    """What is wrong with where a file stands, or how its name ends."""
    place, folder = Place(str(path), offsets=(0, 0)), path.parts[0]
    if folder[:1].isdigit():  # a file beside the settings
        said, year = "records stand in the folder of their kind", path.name[:4]
        mend = f"move it to referrals/{year}/ or meetings/{year}/, whichever it is"
        return Flaw(FlawKind.STRAY_FILE, place, path.name, said, mend)
    if folder not in FOLDERS:
        said = f"there is no kind of record “{folder}”"
        return Flaw(FlawKind.STRAY_FILE, place, folder, said, f"rename the folder to {nearest(folder, FOLDERS)}")
    if path.suffix not in _SUFFIXES:
        name = _meant_name(path)
        mend = (
            f"rename it to {name}, or move it out of {folder}/"
            if name
            else f"move it out of {folder}/; if it is a record, let its name end in .yml or .md"
        )
        return Flaw(FlawKind.STRAY_FILE, place, path.name, "records end in .yml or .md", mend)
    year = " or a folder of a year in it" if folder in BY_YEAR else ""
    mend = f"move it to {folder}/2026/, or the year it belongs to" if year else f"move it to {folder}/"
    return Flaw(FlawKind.STRAY_FILE, place, path.name, f"records stand in {folder}/ itself{year}", mend)


def _meant_name(path: PurePosixPath) -> str:
    """The name that a record's file should have; empty for what is no record by its ending."""
    shown = PurePosixPath(path.stem) if path.suffix.lower() == ".txt" else path
    ending = _MEANT.get(shown.suffix.lower())
    return f"{better_id(path.parts[0], shown.stem) or shown.stem}{ending}" if ending else ""


def _id_flaw(folder: str, id_: str, file: str) -> Flaw | None:
    if is_id(id_):
        return None
    better = better_id(folder, id_)
    said = why_no_id(better)
    mend = f"rename the file to {better}{PurePosixPath(file).suffix}"
    if said or not better:
        mend = "choose another name for the file"
    return Flaw(FlawKind.ID_FORM, Place(file, offsets=(0, 0)), id_, said, mend)


def _collision(id_: str, file: str, other: str, place: Place | None = None) -> Flaw:
    see = See("this one has it already", Place(other, offsets=(0, 0)))
    mend = "remove the former id" if place else f"delete this file if it is a copy of {other}, else rename it"
    return Flaw(FlawKind.ID_COLLISION, place or Place(file, offsets=(0, 0)), id_, mend=mend, see=(see,))


def _is_in_its_year(file: str) -> bool:
    """Whether a file stands in the folder of the year with which its name begins."""
    _, *years, name = file.split("/")
    return any(name.startswith(f"{year}-") for year in years)
