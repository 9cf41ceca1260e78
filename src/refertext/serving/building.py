"""Building what is shown: a folder for each site, swapped as a whole; what cannot be built leaves the last one."""

from __future__ import annotations

import os
import secrets
import shutil
import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from refertext.group import Group
from refertext.mkdocs_plugin import Asked, BuildError, build
from refertext.problem import Severity
from refertext.records import SETTINGS_FILE
from refertext.reports.escape import one_line
from refertext.reports.located import Located
from refertext.reports.words import counted
from refertext.serving.live import Shown, Trouble
from refertext.site.reuse import Reuse
from refertext.site.site import Site

MOST = 5
"""How many troubles are told one by one."""
_ADDRESS = "http://localhost/"  # of which only the path counts, whatever the address of the group's site
_KEPT = 2  # sites: who began to read the one before may read to the end


class Builder:
    """Builds the site of a group again and again, each into a new folder inside of one that is given."""

    def __init__(self, root: Path, asked: Asked, folder: Path) -> None:
        self._root = root
        self._asked = replace(asked, address=_ADDRESS)
        self._folder = folder
        self._number = 0
        self._sites: list[Path] = []
        self._session = secrets.token_hex(4)  # a page of an earlier session is never taken for one of this
        self._reuse = Reuse()

    def nothing(self) -> Shown:
        """What is shown before anything was built."""
        return Shown(self._session)

    def build(self, before: Shown) -> Shown:
        """What is to be seen after something was saved. The site of before stays where the new one cannot be built, or
        would lack records that it has, because their files cannot be understood.
        """
        self._number += 1
        target = self._folder / str(self._number)
        if not os.path.lexists(self._root / SETTINGS_FILE):
            return self._kept(before, target, f"There is no group in {self._root} any more.")
        try:
            site = build(self._root, target, self._asked, self._reuse).site
        except BuildError as error:
            return self._kept(before, target, str(error))
        except Exception as error:  # noqa: BLE001  the next save may mend it
            traceback.print_exc()
            return self._kept(before, target, f"{type(error).__name__}: {error}")
        unread = frozenset(_unread(site.group))
        troubles, more = _troubles(site)
        if before.files and not unread <= before.unread:
            shutil.rmtree(target, ignore_errors=True)
            heading = f"{_cannot_be_read(unread - before.unread)} You see the site as it was before."
            return replace(before, heading=heading, troubles=troubles, more=more)
        self._sites.append(target)
        if len(self._sites) > _KEPT:
            shutil.rmtree(self._sites.pop(0), ignore_errors=True)
        heading = f"{counted(len(troubles) + more, 'error')} to mend." if troubles else ""
        version = f"{self._session}-{self._number}"
        return Shown(version, dict(_files(target)), heading, troubles, more, unread)

    def _kept(self, before: Shown, target: Path, reason: str) -> Shown:
        shutil.rmtree(target, ignore_errors=True)
        stays = "You see the site as it was before." if before.files else "There is nothing to see yet."
        heading = f"The site cannot be built. {stays}"
        return replace(before, heading=heading, troubles=(Trouble(one_line(reason)),), more=0)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a site by address."""
    for above, _, names in os.walk(folder):
        for name in names:
            path = Path(above, name)
            yield path.relative_to(folder).as_posix(), path


def _unread(group: Group) -> Iterator[str]:
    """The records whose files cannot be understood."""
    if not group.settings_read:
        yield SETTINGS_FILE
    for folder, ids in group.unread.items():
        yield from (f"{folder}/{id_}" for id_ in ids)


def _cannot_be_read(unread: frozenset[str]) -> str:
    return f"{counted(len(unread), 'file')} cannot be read."


def _troubles(site: Site) -> tuple[tuple[Trouble, ...], int]:
    """The first errors that check finds, and how many more there are."""
    errors = [finding for finding in site.report.findings if finding.severity is Severity.ERROR]
    return tuple(_trouble(finding) for finding in errors[:MOST]), max(len(errors) - MOST, 0)


def _trouble(finding: Located) -> Trouble:
    spot = finding.spot
    return Trouble(one_line(spot.message), one_line(f"{spot.file}:{spot.span.line}"), one_line(finding.help))
