"""Records in the folder of another kind, as forms in a browser make them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from refertext.problem import Flaw, FlawKind, Place
from refertext.records import BY_YEAR, FOLDERS, Record, decode


def in_wrong_folder(folder: str, data: dict[str, Any], file: str) -> tuple[str, Flaw] | None:
    """The folder that some data belong into, and the flaw that says so; None where they are no whole record of just one
    other kind. To be asked only where they are none of the kind of their folder.
    """
    if data.keys() <= _OF_ANYTHING:
        return None
    kinds = {other: kind for other, kind in FOLDERS.items() if other != folder}
    found = [(other, record) for other, kind in kinds.items() if (record := decode(kind, data, file)[0])]
    if len(found) != 1:
        return None
    ((meant, record),) = found
    said = f"it has all that {_A[meant]} has, and {_A[folder]} has other keys"
    mend = f"move it to {_where(meant, record)}; if it stands there already, delete this one"
    place = Place(file, offsets=(0, 0))
    return meant, Flaw(FlawKind.WRONG_FOLDER, place, PurePosixPath(file).name, said, mend)


def _where(folder: str, record: Record) -> str:
    day = getattr(record, "date", None)
    return f"{folder}/{day.year}/" if folder in BY_YEAR and day else f"{folder}/"


_OF_ANYTHING = frozenset({"title", "text"})
"""Keys that any page may have, and that would make a table of points."""
_A = {
    "members": "a member",
    "agreements": "an agreement",
    "partnerships": "a partnership",
    "prospects": "a prospect",
    "referrals": "a referral",
    "meetings": "a meeting",
    "profiles": "a table of points",
}
