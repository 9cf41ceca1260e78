"""Links in the texts of records: what leads to a file by its name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath


def relinked(text: str, file: str, old: str, new: str) -> str:
    """The text of a record's file after another record was renamed from one file to another.

    What counts is the name after its folder, as in `members/kit-larsen`, `../members/kit-larsen.md#examples` or
    `referrals/2026/…`, and as the target of a link also the name alone, where both stand in one folder. Addresses on
    the web stay: pages that others have sent around are not ours to correct.
    """
    before, after = PurePosixPath(old), PurePosixPath(new)
    if before.stem not in text:
        return text
    folder = re.escape(old.partition("/")[0])
    name = re.escape(before.stem)
    by_folder = rf"(?<![\w/.-])((?:\.{{1,2}}/)*{folder}/)(?:[0-9]{{4}}/)?{name}(?![\w-])"
    text = re.sub(by_folder, lambda found: f"{found[1]}{_below(after)}", text)
    if PurePosixPath(file).parent != before.parent:
        return text
    beside = rf"((?:\]\(|\]:[ ]*)<?(?:\./)?){name}(?![\w-])"
    moved = "" if after.parent == before.parent else f"../{after.parent.name}/"
    return re.sub(beside, lambda found: f"{found[1]}{moved}{after.stem}", text)


def _below(file: PurePosixPath) -> str:
    """A file's name without its ending and its first folder: `kit-larsen`, `2026/2026-03-05-group`."""
    return "/".join((*file.parts[1:-1], file.stem))
